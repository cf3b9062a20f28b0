package io.dripline.reporting.alert;

import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.alert.AlertStep;
import io.dripline.reporting.baseline.Baselines;
import io.dripline.reporting.completeness.ClinicWeeks;
import io.dripline.reporting.completeness.ClinicWeeks.Due;
import io.dripline.reporting.completeness.CompletenessConfig;
import io.dripline.reporting.completeness.OpenWeeks;
import io.dripline.reporting.incidence.CountsAtRest;
import io.dripline.reporting.incidence.CountsSettled;
import io.dripline.reporting.monitor.Monitor;
import io.dripline.reporting.monitor.Monitors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * Judges again what alerts promise, where clinic-weeks closed or opened or counts changed: an alert whose promise or whose remarks
 * become others gets a version more. On the thread that applies counts and between two cuts, so that no half of a report is
 * weighed, but never before an alert is raised, and not more often than is worth while.
 */
@ApplicationScoped
class JudgePromises {

    private static final Logger LOG = Logger.getLogger(JudgePromises.class);
    private static final String JUDGE = "dripline";

    private final Alerts alerts;
    private final Monitors monitors;
    private final Judgements judgements;
    private final Baselines baselines;
    private final ClinicWeeks clinicWeeks;
    private final WeighClosedWeeks weighClosedWeeks;
    private final CompletenessConfig config;
    private final Clock clock;

    private final Set<String> counted = new HashSet<>();
    private boolean everything;
    private long lookedAt;
    private long judgedAt;

    JudgePromises(
            Alerts alerts,
            Monitors monitors,
            Judgements judgements,
            Baselines baselines,
            ClinicWeeks clinicWeeks,
            WeighClosedWeeks weighClosedWeeks,
            CompletenessConfig config,
            Clock clock) {
        this.alerts = alerts;
        this.monitors = monitors;
        this.judgements = judgements;
        this.baselines = baselines;
        this.clinicWeeks = clinicWeeks;
        this.weighClosedWeeks = weighClosedWeeks;
        this.config = config;
        this.clock = clock;
        this.lookedAt = System.nanoTime() - config.judgeInterval().toNanos();
        this.judgedAt = System.nanoTime() - config.countsInterval().toNanos();
    }

    synchronized void counted(@Observes CountsSettled settled) {
        everything |= settled.everything();
        counted.addAll(settled.clinics());
    }

    /** What fails stays due and holds up neither counting nor other alerts. */
    synchronized void atRest(@Observes CountsAtRest rest) {
        if (!isPast(lookedAt, config.judgeInterval())) {
            return;
        }
        lookedAt = System.nanoTime();
        try {
            List<Due> due = clinicWeeks.due(rest.handle());
            boolean countsAreDue = (everything || !counted.isEmpty()) && isPast(judgedAt, config.countsInterval());
            if (countsAreDue || !due.isEmpty()) {
                judgedAt = System.nanoTime();
                judge(rest.handle(), due);
                everything = false;
                counted.clear();
            }
        } catch (RuntimeException e) {
            LOG.warn("Promises could not be judged; they are as soon as possible", e);
        }
    }

    private static boolean isPast(long nanoTime, Duration interval) {
        return System.nanoTime() - nanoTime >= interval.toNanos();
    }

    private void judge(Handle handle, List<Due> due) {
        Set<String> clinics = new HashSet<>(counted);
        due.forEach(week -> clinics.add(week.clinic()));
        List<Alert> touched = alerts.all(handle).stream()
                .filter(Alert::latched)
                .filter(alert -> touches(alert, clinics))
                .toList();
        OpenWeeks open = touched.isEmpty() ? OpenWeeks.NONE : clinicWeeks.open(handle);
        boolean changed = false;
        RuntimeException failure = null;
        for (Alert alert : touched) {
            try {
                changed |= handle.inTransaction(h -> judge(h, alert.id(), open));
            } catch (RuntimeException e) {
                failure = e;
            }
        }
        // Monitors without an alert show what is open too.
        if (changed || !due.isEmpty()) {
            handle.useTransaction(h -> new MonitorsJudged(everything, clinics).announce(h));
        }
        if (failure != null) {
            throw failure;
        }
        handle.useTransaction(h -> clinicWeeks.settle(h, due));
    }

    private boolean touches(Alert alert, Set<String> clinics) {
        String clinic = alert.cohort().get("clinic");
        return everything || (clinic == null ? !clinics.isEmpty() : clinics.contains(clinic));
    }

    /** In a transaction that has written nothing yet, so that versions are published in their order. */
    private boolean judge(Handle handle, UUID id, OpenWeeks open) {
        Alert alert = alerts.find(handle, id).orElseThrow();
        if (!alert.latched()) {
            return false;
        }
        Optional<Monitor> monitor = monitors.find(handle, alert.monitor());
        if (monitor.isEmpty()) {
            return false;
        }
        Judgement judgement = judgements
                .of(handle, Set.of(alert.monitor()))
                .getOrDefault(alert.monitor(), Judgement.none(alert.monitor()));
        Promised promised = WeighPromise.ofAlert(
                monitor.get(),
                baselines.get(alert.evidence().baseline()),
                judgement,
                weighClosedWeeks.weigh(handle, monitor.get(), alert.evidence(), alert.threshold(), open));
        if (promised.equals(new Promised(alert.promise(), alert.promiseRemarks()))) {
            return false;
        }
        if (!alerts.add(handle, next(alert, promised))) {
            throw new IllegalStateException("alert %s got another version meanwhile".formatted(id));
        }
        if (promised.promise() != alert.promise()) {
            LOG.infof("Alert %s: promise %s, before %s", id, promised.promise(), alert.promise());
        }
        return true;
    }

    private Alert next(Alert alert, Promised promised) {
        List<AlertStep> history = new ArrayList<>(alert.history());
        history.add(new AlertStep(alert.state(), clock.instant(), JUDGE, reason(alert, promised), null));
        return new Alert(
                alert.schema(),
                alert.id(),
                alert.version() + 1,
                alert.monitor(),
                alert.measure(),
                alert.unit(),
                alert.cohort(),
                alert.state(),
                alert.assessment(),
                promised.promise(),
                promised.remarks(),
                alert.exposed(),
                alert.affected(),
                alert.lnE(),
                alert.threshold(),
                alert.raisedAt(),
                alert.highSinceWeek(),
                alert.evidence(),
                alert.superseded(),
                history);
    }

    /** What of the promise is another now: what it is, and each remark that was not there before. */
    private static String reason(Alert before, Promised now) {
        String what = now.promise() == before.promise()
                ? "The promise is %s as before.".formatted(now.promise())
                : "The promise is %s, it was %s.".formatted(now.promise(), before.promise());
        return now.remarks().stream()
                .filter(remark -> !before.promiseRemarks().contains(remark))
                .collect(Collectors.joining(" ", what + " ", ""))
                .strip();
    }
}
