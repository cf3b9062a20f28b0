package io.dripline.classification.text;

import io.smallrye.config.ConfigMapping;
import java.util.List;

/** The secrets behind sealed texts. */
@ConfigMapping(prefix = "dripline.free-text")
public interface FreeTextConfig {

    /** As intake has them: oldest first, each of at least 32 bytes, as base64 or else taken as text. */
    List<String> keys();
}
