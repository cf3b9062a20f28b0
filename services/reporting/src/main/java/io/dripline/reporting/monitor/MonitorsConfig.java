package io.dripline.reporting.monitor;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the installation promises. */
@ConfigMapping(prefix = "dripline.monitors")
public interface MonitorsConfig {

    /** Probability that any monitor of the installation ever alarms falsely, inside (0, 1). */
    @WithDefault("0.05")
    double alpha();
}
