package io.dripline.reporting.incidence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The pace of applying and judging. */
@ConfigMapping(prefix = "dripline.incidence")
public interface IncidenceConfig {

    /** Whether this instance applies the incidence topic; off, it only answers. */
    @WithDefault("true")
    boolean enabled();

    /** Records after which a part is applied, and that one poll brings at most: a transaction has fewer than twice as many. */
    @WithDefault("2000")
    int batchSize();

    /** The shortest time between two judgements while changes keep coming. */
    @WithDefault("50ms")
    Duration judgeInterval();

    /** How long to wait before trying again after a failure, for the lock of another instance, or for the topic. */
    @WithDefault("1s")
    Duration retry();

    /** How often to ask whether the topic was made anew. */
    @WithDefault("10s")
    Duration topicCheck();
}
