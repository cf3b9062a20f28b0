package io.dripline.reporting.superseding;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often standing alerts are looked at again. */
@ConfigMapping(prefix = "dripline.superseding")
public interface SupersedingConfig {

    /** The time between two looks; an alert is counted again only if something that it was raised on was coded since. */
    @WithDefault("30s")
    Duration interval();

    /** The longest time between two looks while classification or the database is away. */
    @WithDefault("10m")
    Duration longestPause();

    /** How long to wait after so many failures in a row: twice as long after each, up to the longest pause. */
    default Duration pauseAfter(int failures) {
        Duration pause = interval().multipliedBy(1L << Math.min(failures, 16));
        return pause.compareTo(longestPause()) < 0 ? pause : longestPause();
    }
}
