package io.dripline.intake.privacy;

import io.smallrye.config.ConfigMapping;

/** The secret behind pseudonyms. */
@ConfigMapping(prefix = "dripline.intake")
public interface PrivacyConfig {

    /**
     * At least 32 bytes, as base64 or else taken as text. Whoever knows it can find a patient's pseudonym by trying codes; once it is changed,
     * every patient becomes another one.
     */
    String pseudonymKey();
}
