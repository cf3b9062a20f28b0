package io.dripline.reporting.opinion;

import io.dripline.reporting.monitor.MonitorsConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

/** Second opinions outside of the running service. */
public final class SecondOpinionsFor {

    private SecondOpinionsFor() {}

    /** As with {@code dripline.monitors.horizon} set so. */
    public static GiveSecondOpinions horizon(int horizon) {
        return horizon(horizon, new CusumRunLengths());
    }

    static GiveSecondOpinions horizon(int horizon, CusumRunLengths runLengths) {
        MonitorsConfig config = new SmallRyeConfigBuilder()
                .withMapping(MonitorsConfig.class)
                .withDefaultValue("dripline.monitors.horizon", Integer.toString(horizon))
                .build()
                .getConfigMapping(MonitorsConfig.class);
        return new GiveSecondOpinions(new CriticalValues(), runLengths, config);
    }
}
