package io.dripline.reporting.monitor;

import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.baseline.Baseline;
import io.dripline.reporting.baseline.Baselines;
import io.dripline.reporting.baseline.NullFromFigure;
import io.dripline.reporting.incidence.ClinicsSeen;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
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

    MakeDefaultMonitors(Jdbi jdbi, Monitors monitors, Baselines baselines) {
        this.jdbi = jdbi;
        this.monitors = monitors;
        this.baselines = baselines;
    }

    /** Before anything is applied. */
    void overAllClinics(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        List<Monitor> made = SYSTEMS.stream()
                .map(figure -> monitor(figure, Map.of(), AlphaShares.ALL_CLINICS))
                .toList();
        jdbi.useTransaction(handle -> monitors.add(handle, made));
    }

    void atClinics(@Observes ClinicsSeen seen) {
        List<Monitor> made = new ArrayList<>();
        monitors.appear(seen.handle(), seen.clinics())
                .forEach((clinic, ordinal) -> SYSTEMS.forEach(figure -> made.add(
                        monitor(figure, Map.of("clinic", clinic), AlphaShares.ofClinic(ordinal, SYSTEMS.size())))));
        if (!made.isEmpty()) {
            monitors.add(seen.handle(), made);
        }
    }

    private Monitor monitor(String figure, Map<String, String> cohort, double share) {
        Baseline baseline = baselines.get(figure);
        OptionalDouble p0 = NullFromFigure.p0(baseline);
        String clinic = cohort.get("clinic");
        return new Monitor(
                clinic == null ? figure : figure + "@" + clinic,
                figure,
                baseline.measure(),
                Unit.FIRST_COURSE,
                cohort,
                null,
                share,
                p0.isPresent() ? p0.getAsDouble() : null,
                p0.isPresent() ? MonitorStatus.ACTIVE : MonitorStatus.WAITING_FOR_NULL,
                null,
                null,
                Instant.EPOCH,
                MAKER);
    }
}
