package io.dripline.relay;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The pace of a relay. */
@ConfigMapping(prefix = "dripline.relay")
public interface RelayConfig {

    /** Records sent before the position is stored; also the most that a crash sends twice. */
    @WithDefault("500")
    int batchSize();

    /** How long to wait for the next row while rows keep coming. */
    @WithDefault("PT0.01S")
    Duration busyPoll();

    /** How long to wait while nothing happens; bounds the delay of a row whose notification was lost. */
    @WithDefault("PT0.25S")
    Duration idlePoll();

    /** How often a standby asks whether the active instance is gone. */
    @WithDefault("PT1S")
    Duration takeoverPoll();

    /** The longest pause after repeated failures; the first is a hundredth of it. */
    @WithDefault("PT5S")
    Duration longestPause();
}
