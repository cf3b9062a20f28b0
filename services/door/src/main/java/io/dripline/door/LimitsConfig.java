package io.dripline.door;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much one caller may ask of a service. */
@ConfigMapping(prefix = "dripline.limits")
public interface LimitsConfig {

    /** Requests that a known caller may make in a second, over a long time. A batch is one. */
    @WithDefault("200")
    int requestsPerSecond();

    /** Requests that a known caller may make at once after a rest. */
    @WithDefault("2000")
    int requestsAtOnce();

    /** Requests with a false token from one address in a second, over a long time; as many that are refused otherwise before they reach a door. */
    @WithDefault("5")
    int failuresPerSecond();

    /** The same at once, after a rest. */
    @WithDefault("200")
    int failuresAtOnce();

    /** The longest address with its parameters, in characters. */
    @WithDefault("4096")
    int longestAddress();

    /** The longest head, all names and values together, in characters. */
    @WithDefault("16384")
    int longestHead();

    /** How long a body may keep the service waiting in all, beyond what its length needs at the least rate. */
    @WithDefault("30s")
    Duration bodyPatience();

    /** Bytes in a second that a body must come with once the patience is used up, 1 or more: 64 KiB. */
    @WithDefault("65536")
    int leastBodyRate();

    /**
     * Requests of a known caller that may be under way at the same time, 1 or more. Each may hold a worker, of which there are
     * 200.
     */
    @WithDefault("32")
    int requestsUnderWay();

    /** Streams of a known caller that may be open at the same time, 1 or more. They hold no worker. */
    @WithDefault("256")
    int streamsOpen();
}
