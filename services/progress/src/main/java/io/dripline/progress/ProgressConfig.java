package io.dripline.progress;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often is looked at what waits, and how long it may stand still. */
@ConfigMapping(prefix = "dripline.progress")
public interface ProgressConfig {

    /** How often the database and the broker are asked what waits. */
    @WithDefault("PT10S")
    Duration interval();

    /** How long something may wait without anything moving before health says that it is stuck. */
    @WithDefault("PT2M")
    Duration patience();
}
