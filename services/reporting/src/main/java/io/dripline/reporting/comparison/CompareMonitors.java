package io.dripline.reporting.comparison;

import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.alert.AlertState;
import io.dripline.reporting.alert.Alerts;
import io.dripline.reporting.alert.Judgement;
import io.dripline.reporting.alert.Judgements;
import io.dripline.reporting.baseline.Baselines;
import io.dripline.reporting.completeness.ClinicWeeks;
import io.dripline.reporting.monitor.Monitor;
import io.dripline.reporting.monitor.MonitorStatus;
import io.dripline.reporting.monitor.Monitors;
import io.dripline.reporting.monitor.MonitorsConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** Compares monitors with the literature, as of the last judgement. */
@ApplicationScoped
public class CompareMonitors {

    private final Jdbi jdbi;
    private final Monitors monitors;
    private final Judgements judgements;
    private final Alerts alerts;
    private final Baselines baselines;
    private final ClinicWeeks clinicWeeks;
    private final MonitorsConfig config;
    private final Clock clock;

    CompareMonitors(
            Jdbi jdbi,
            Monitors monitors,
            Judgements judgements,
            Alerts alerts,
            Baselines baselines,
            ClinicWeeks clinicWeeks,
            MonitorsConfig config,
            Clock clock) {
        this.jdbi = jdbi;
        this.monitors = monitors;
        this.judgements = judgements;
        this.alerts = alerts;
        this.baselines = baselines;
        this.clinicWeeks = clinicWeeks;
        this.config = config;
        this.clock = clock;
    }

    /** The comparisons of the wanted monitors that are not retired, in the order in which they were made. */
    public List<Comparison> compare(Predicate<Monitor> wanted) {
        return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> compare(handle, wanted));
    }

    private List<Comparison> compare(Handle handle, Predicate<Monitor> wanted) {
        List<Monitor> compared = monitors.all(handle).stream()
                .filter(monitor -> monitor.status() != MonitorStatus.RETIRED)
                .filter(wanted)
                .toList();
        Map<String, Judgement> judged =
                judgements.of(handle, compared.stream().map(Monitor::id).toList());
        Map<String, Alert> latched = alerts.all(handle).stream()
                .filter(alert -> alert.state() != AlertState.SUPERSEDED)
                .collect(Collectors.toMap(Alert::monitor, alert -> alert, (newer, older) -> newer));
        DecideVerdict verdicts =
                new DecideVerdict(baselines, config.alpha(), clock.instant(), clinicWeeks.open(handle));
        return compared.stream()
                .map(monitor -> verdicts.compare(
                        monitor,
                        judged.getOrDefault(monitor.id(), Judgement.none(monitor.id())),
                        latched.get(monitor.id())))
                .toList();
    }
}
