package io.dripline.reporting.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What the stream keeps and how it breathes. */
@ConfigMapping(prefix = "dripline.stream")
public interface StreamConfig {

    /** Changes kept for subscribers who come back; who missed more gets the full state. */
    @WithDefault("4096")
    int replay();

    /** Updates that a slow subscriber may be behind before it is cut off, to come back with its last id. */
    @WithDefault("256")
    int behind();

    /** How often a silent connection is kept alive. */
    @WithDefault("15s")
    Duration heartbeat();

    /** The shortest time between two updates. */
    @WithDefault("100ms")
    Duration interval();

    /** The longest time between two tries to read what is to be told, while the database is away. */
    @WithDefault("5s")
    Duration longestPause();

    /** How long to wait after so many failures in a row: twice as long after each, up to the longest pause. */
    default Duration pauseAfter(int failures) {
        Duration pause = interval().multipliedBy(1L << Math.min(failures, 16));
        return pause.compareTo(longestPause()) < 0 ? pause : longestPause();
    }
}
