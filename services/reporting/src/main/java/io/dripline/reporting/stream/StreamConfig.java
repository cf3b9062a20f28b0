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
}
