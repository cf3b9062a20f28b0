package io.dripline.reporting.comparison;

import io.dripline.contracts.alert.Alert;
import io.dripline.reporting.alert.Alerts;
import io.dripline.reporting.alert.Judgement;
import io.dripline.reporting.alert.Judgements;
import io.dripline.reporting.baseline.Baselines;
import io.dripline.reporting.completeness.ClinicWeeks;
import io.dripline.reporting.completeness.OpenWeeks;
import io.dripline.reporting.monitor.Monitor;
import io.dripline.reporting.monitor.MonitorStatus;
import io.dripline.reporting.monitor.Monitors;
import io.dripline.reporting.opinion.GiveSecondOpinions;
import io.dripline.reporting.opinion.Patience;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
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

    /** How long one list of comparisons waits for critical values that are still being computed. */
    static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Jdbi jdbi;
    private final Monitors monitors;
    private final Judgements judgements;
    private final Alerts alerts;
    private final Baselines baselines;
    private final GiveSecondOpinions secondOpinions;
    private final ClinicWeeks clinicWeeks;
    private final Clock clock;

    CompareMonitors(
            Jdbi jdbi,
            Monitors monitors,
            Judgements judgements,
            Alerts alerts,
            Baselines baselines,
            GiveSecondOpinions secondOpinions,
            ClinicWeeks clinicWeeks,
            Clock clock) {
        this.jdbi = jdbi;
        this.monitors = monitors;
        this.judgements = judgements;
        this.alerts = alerts;
        this.baselines = baselines;
        this.secondOpinions = secondOpinions;
        this.clinicWeeks = clinicWeeks;
        this.clock = clock;
    }

    /** What is compared, as of one moment. */
    private record Found(
            List<Monitor> monitors, Map<String, Judgement> judged, Map<String, Alert> latched, OpenWeeks open) {}

    /** The comparisons of the wanted monitors that are not retired, in the order in which they were made. */
    public List<Comparison> compare(Predicate<Monitor> wanted) {
        return compare(wanted, PATIENCE);
    }

    /**
     * The same for who cannot wait: what is being computed is left out.
     *
     * @param longest how long to wait, in all, for critical values that are still being computed
     */
    public List<Comparison> compare(Predicate<Monitor> wanted, Duration longest) {
        Found found = jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> find(handle, wanted));
        // Outside the transaction: second opinions may have to be waited for.
        DecideVerdict verdicts =
                new DecideVerdict(baselines, secondOpinions, clock.instant(), found.open(), Patience.of(longest));
        return found.monitors().stream()
                .map(monitor -> verdicts.compare(
                        monitor,
                        found.judged().getOrDefault(monitor.id(), Judgement.none(monitor.id())),
                        found.latched().get(monitor.id())))
                .toList();
    }

    private Found find(Handle handle, Predicate<Monitor> wanted) {
        List<Monitor> compared = monitors.all(handle).stream()
                .filter(monitor -> monitor.status() != MonitorStatus.RETIRED)
                .filter(wanted)
                .toList();
        return new Found(
                compared,
                judgements.of(handle, compared.stream().map(Monitor::id).toList()),
                alerts.standing(handle).stream().collect(Collectors.toMap(Alert::monitor, alert -> alert)),
                clinicWeeks.open(handle));
    }
}
