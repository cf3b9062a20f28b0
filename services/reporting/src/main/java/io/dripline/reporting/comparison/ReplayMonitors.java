package io.dripline.reporting.comparison;

import io.dripline.contracts.alert.Alert;
import io.dripline.reporting.alert.Alerts;
import io.dripline.reporting.alert.JudgePast;
import io.dripline.reporting.alert.JudgedWeek;
import io.dripline.reporting.baseline.Baselines;
import io.dripline.reporting.completeness.ClinicWeeks;
import io.dripline.reporting.completeness.OpenWeeks;
import io.dripline.reporting.completeness.PastWeeks;
import io.dripline.reporting.monitor.Monitor;
import io.dripline.reporting.monitor.MonitorStatus;
import io.dripline.reporting.monitor.PastMonitors;
import io.dripline.reporting.opinion.GiveSecondOpinions;
import io.dripline.reporting.opinion.Patience;
import io.dripline.reporting.past.PastCells;
import io.dripline.reporting.past.PastCounts;
import io.dripline.reporting.past.PastQuestion;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/**
 * Says again what monitors said at a past time: on the cells that classification counts from what had been stored by then,
 * with the monitors and alerts of then, by the functions that judge and compare today.
 */
@ApplicationScoped
public class ReplayMonitors {

    private final Jdbi jdbi;
    private final PastMonitors monitors;
    private final Alerts alerts;
    private final PastCounts past;
    private final Baselines baselines;
    private final GiveSecondOpinions secondOpinions;
    private final ClinicWeeks clinicWeeks;

    ReplayMonitors(
            Jdbi jdbi,
            PastMonitors monitors,
            Alerts alerts,
            PastCounts past,
            Baselines baselines,
            GiveSecondOpinions secondOpinions,
            ClinicWeeks clinicWeeks) {
        this.jdbi = jdbi;
        this.monitors = monitors;
        this.alerts = alerts;
        this.past = past;
        this.baselines = baselines;
        this.secondOpinions = secondOpinions;
        this.clinicWeeks = clinicWeeks;
    }

    /** What reporting kept of a past time. */
    private record Kept(List<Monitor> monitors, Map<String, Alert> latched, PastWeeks weeks) {}

    /**
     * The comparisons as of a time, in the order in which the monitors were made.
     *
     * @param onlyClinic the one clinic that the caller may see; null for every clinic
     * @throws io.dripline.reporting.past.PastAwayException while classification does not answer
     */
    public List<Comparison> replay(Instant asOf, @Nullable String onlyClinic) {
        Kept kept =
                jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> kept(handle, asOf, onlyClinic));
        if (kept.monitors().isEmpty()) {
            return List.of();
        }
        // Outside of any transaction: it may take long.
        PastCells cells = past.count(question(asOf, kept.monitors(), onlyClinic));
        OpenWeeks open = kept.weeks().open(cells.sessions());
        DecideVerdict verdicts =
                new DecideVerdict(baselines, secondOpinions, asOf, open, Patience.of(CompareMonitors.PATIENCE));
        return kept.monitors().stream()
                .map(monitor -> verdicts.compare(
                        monitor,
                        JudgePast.judge(monitor, weeks(monitor, cells), asOf),
                        kept.latched().get(monitor.id())))
                .toList();
    }

    private Kept kept(Handle handle, Instant asOf, @Nullable String onlyClinic) {
        List<Monitor> made = monitors.asOf(handle, asOf).stream()
                .filter(monitor -> monitor.status() != MonitorStatus.RETIRED)
                .filter(monitor -> monitor.visibleTo(onlyClinic))
                .toList();
        Map<String, Alert> latched = alerts.asOf(handle, asOf).stream()
                .filter(Alert::latched)
                .collect(Collectors.toMap(Alert::monitor, alert -> alert));
        return new Kept(made, latched, clinicWeeks.asOf(handle, asOf));
    }

    /** Of every unit, since a promise rests on the sessions of a week whatever its monitor counts. */
    private static PastQuestion question(Instant asOf, List<Monitor> monitors, @Nullable String onlyClinic) {
        return PastQuestion.asOf(asOf, monitors.stream().map(Monitor::measure).collect(Collectors.toSet()), onlyClinic);
    }

    private static List<JudgedWeek> weeks(Monitor monitor, PastCells cells) {
        return cells.weeks(monitor.measure(), monitor.unit(), monitor.cohort(), monitor.startWeek());
    }
}
