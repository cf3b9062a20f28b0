package io.dripline.intake.privacy;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** The secrets behind pseudonyms. */
@ConfigMapping(prefix = "dripline.intake")
public interface PrivacyConfig {

    /**
     * At least 32 bytes, as base64 or else taken as text. Whoever knows all keys can find a patient by trying codes; once this one is
     * changed or lost, no returning patient is recognised.
     */
    String pseudonymKey();

    /**
     * Keys that were added since, oldest first, each as {@link #pseudonymKey}: the hash goes through all of them in turn. A key is
     * added at the end and none is ever taken away.
     */
    Optional<List<String>> laterPseudonymKeys();
}
