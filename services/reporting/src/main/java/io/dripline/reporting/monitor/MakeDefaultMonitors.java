package io.dripline.reporting.monitor;

import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.baseline.Baseline;
import io.dripline.reporting.baseline.BaselineNulls;
import io.dripline.reporting.baseline.Baselines;
import io.dripline.reporting.incidence.ClinicsSeen;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Makes the monitors that need no decision: each system of Table 9 over all clinics at the first start, and at a clinic
 * in the transaction in which it first appears. They predate their data, so their start can carry the promise.
 */
@ApplicationScoped
class MakeDefaultMonitors {

    /** The figures of Table 9, one for each system. */
    static final List<String> SYSTEMS =
            List.of("table9-cns", "table9-gi", "table9-cardiovascular", "table9-hepatic", "table9-urogenital");

    static final String MAKER = "dripline";

    private final Jdbi jdbi;
    private final Monitors monitors;
    private final Baselines baselines;
    private final BaselineNulls nulls;
    private final MonitorsConfig config;
    private final Clock clock;

    MakeDefaultMonitors(
            Jdbi jdbi,
            Monitors monitors,
            Baselines baselines,
            BaselineNulls nulls,
            MonitorsConfig config,
            Clock clock) {
        this.jdbi = jdbi;
        this.monitors = monitors;
        this.baselines = baselines;
        this.nulls = nulls;
        this.config = config;
        this.clock = clock;
    }

    /** Before anything is applied. */
    void overAllClinics(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        jdbi.useTransaction(handle -> {
            nulls.hold(handle);
            monitors.add(
                    handle,
                    SYSTEMS.stream()
                            .map(figure -> monitor(handle, figure, Map.of(), AlphaShares.ALL_CLINICS))
                            .toList());
        });
    }

    void atClinics(@Observes ClinicsSeen seen) {
        Map<String, Integer> places = monitors.appear(seen.handle(), seen.clinics());
        if (places.isEmpty()) {
            return;
        }
        nulls.hold(seen.handle());
        List<Monitor> made = new ArrayList<>();
        places.forEach((clinic, ordinal) -> SYSTEMS.forEach(figure -> made.add(monitor(
                seen.handle(), figure, Map.of("clinic", clinic), AlphaShares.ofClinic(ordinal, SYSTEMS.size())))));
        monitors.add(seen.handle(), made);
    }

    private Monitor monitor(Handle handle, String figure, Map<String, String> cohort, double share) {
        Baseline baseline = baselines.get(figure);
        String clinic = cohort.get("clinic");
        return Monitor.made(
                clinic == null ? figure : figure + "@" + clinic,
                baseline,
                Unit.FIRST_COURSE,
                cohort,
                null,
                share,
                nulls.inForce(handle, baseline).orElse(null),
                JudgingRule.inForce(config),
                clock.instant(),
                MAKER);
    }
}
