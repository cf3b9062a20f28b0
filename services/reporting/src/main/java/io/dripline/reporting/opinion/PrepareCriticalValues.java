package io.dripline.reporting.opinion;

import io.dripline.reporting.monitor.Monitors;
import io.dripline.reporting.monitor.MonitorsConfig;
import io.dripline.reporting.opinion.CriticalValues.Plan;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jdbi.v3.core.Jdbi;

/** Computes the critical values of the monitors that there are behind the start, before anybody asks. */
@ApplicationScoped
class PrepareCriticalValues {

    private final Jdbi jdbi;
    private final Monitors monitors;
    private final MonitorsConfig config;
    private final CriticalValues criticalValues;

    PrepareCriticalValues(Jdbi jdbi, Monitors monitors, MonitorsConfig config, CriticalValues criticalValues) {
        this.jdbi = jdbi;
        this.monitors = monitors;
        this.config = config;
        this.criticalValues = criticalValues;
    }

    void prepare(@Observes StartupEvent event) {
        jdbi.withHandle(monitors::all).forEach(monitor -> {
            Double p0 = monitor.p0();
            if (p0 != null) {
                var _ = criticalValues.begin(new Plan(p0, 1 / monitor.threshold(), config.horizon()));
            }
        });
    }
}
