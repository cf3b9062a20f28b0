package io.dripline.reporting.completeness;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The pace at which clinic-weeks are followed and promises judged again. */
@ConfigMapping(prefix = "dripline.completeness")
public interface CompletenessConfig {

    /** Records applied in one transaction at most. */
    @WithDefault("500")
    int batchSize();

    /** How often is looked for weeks that are over by now, and whether the topic was made anew. */
    @WithDefault("10s")
    Duration check();

    /** How long to wait before trying again after a failure, for the lock of another instance, or for the topic. */
    @WithDefault("1s")
    Duration retry();

    /** The shortest time between two judgements of the promises that alerts carry, where weeks closed or opened. */
    @WithDefault("1s")
    Duration judgeInterval();

    /** The same where only counts changed, as they do all the time and mostly in weeks that are open anyway. */
    @WithDefault("5s")
    Duration countsInterval();

    /** How long judging promises may take before it is looked for new counts; at least one promise is judged, however long it takes. */
    @WithDefault("100ms")
    Duration judgeTurn();
}
