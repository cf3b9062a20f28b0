package io.dripline.intake.privacy;

import io.smallrye.config.ConfigMapping;
import java.util.List;

/** The secrets behind sealed texts. */
@ConfigMapping(prefix = "dripline.free-text")
public interface FreeTextConfig {

    /**
     * Oldest first, each of at least 32 bytes, as base64 or else taken as text: the last one wraps the keys of new texts, the others
     * unwrap what they wrapped. Without them no word that was reported can be read. Classification needs the same.
     */
    List<String> keys();
}
