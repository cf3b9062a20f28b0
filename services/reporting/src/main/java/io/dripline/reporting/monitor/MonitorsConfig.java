package io.dripline.reporting.monitor;

import io.dripline.statistics.BinomialMaxSprt;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** What the installation promises. */
@ConfigMapping(prefix = "dripline.monitors")
public interface MonitorsConfig {

    /**
     * Probability that any monitor of the installation ever alarms falsely, inside (0, 1). Monitors keep what was set when they
     * were made.
     */
    @WithDefault("0.05")
    double alpha();

    /** Exposures after which the MaxSPRT of each monitor ends, a second opinion beside it; 1 to 10,000. */
    @WithDefault("2000")
    @Min(1)
    @Max(BinomialMaxSprt.LONGEST_HORIZON)
    int horizon();
}
