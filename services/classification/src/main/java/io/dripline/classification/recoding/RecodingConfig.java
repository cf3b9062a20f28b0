package io.dripline.classification.recoding;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The pace of recoding. */
@ConfigMapping(prefix = "dripline.recoding")
public interface RecodingConfig {

    /** Sessions in one transaction: few, because the relay publishes nothing that began after it before it ends. */
    @WithDefault("50")
    int batchSize();

    /** How long fresh reports can hold back one batch. */
    @WithDefault("PT2S")
    Duration longestYield();

    /** How long to wait before looking for work again. */
    @WithDefault("PT0.25S")
    Duration idlePoll();

    /** How long what recoding would change stays counted as it is, and words that no session holds are kept. */
    @WithDefault("PT10M")
    Duration previewPause();

    /** The longest pause after repeated failures. */
    @WithDefault("PT5S")
    Duration longestPause();
}
