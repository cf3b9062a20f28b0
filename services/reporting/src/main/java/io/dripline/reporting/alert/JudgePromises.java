package io.dripline.reporting.alert;

import io.dripline.reporting.completeness.ClinicWeeks;
import io.dripline.reporting.completeness.ClinicWeeks.Due;
import io.dripline.reporting.completeness.CompletenessConfig;
import io.dripline.reporting.completeness.OpenWeeks;
import io.dripline.reporting.incidence.CountsAtRest;
import io.dripline.reporting.incidence.CountsSettled;
import io.dripline.reporting.incidence.FollowingStatus;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * Has promises judged again where clinic-weeks closed or opened or counts changed. On the thread that applies counts and between
 * two cuts, so that no half of a report is weighed, but never before an alert is raised, not more often than is worth while, and
 * only a few alerts a turn.
 */
@ApplicationScoped
class JudgePromises {

    private static final Logger LOG = Logger.getLogger(JudgePromises.class);

    private final Alerts alerts;
    private final ClinicWeeks clinicWeeks;
    private final JudgePromise judgePromise;
    private final CompletenessConfig config;
    private final FollowingStatus following;
    private final Counter failures;

    private final PromisesDue promises = new PromisesDue();
    private List<Due> beingJudged = List.of();
    private final Set<String> counted = new HashSet<>();
    private boolean everything;
    private volatile int failing;
    private long lookedAt;
    private long beganAt;

    JudgePromises(
            Alerts alerts,
            ClinicWeeks clinicWeeks,
            JudgePromise judgePromise,
            CompletenessConfig config,
            @Readiness FollowingStatus following,
            MeterRegistry metrics) {
        this.alerts = alerts;
        this.clinicWeeks = clinicWeeks;
        this.judgePromise = judgePromise;
        this.config = config;
        this.following = following;
        this.failures = Counter.builder("dripline.promises.failures")
                .description("promises of alerts that could not be judged")
                .register(metrics);
        metrics.gauge("dripline.promises.failing", this, JudgePromises::failing);
        this.lookedAt = System.nanoTime() - config.judgeInterval().toNanos();
        this.beganAt = System.nanoTime() - config.countsInterval().toNanos();
    }

    synchronized void counted(@Observes CountsSettled settled) {
        everything |= settled.everything();
        counted.addAll(settled.clinics());
    }

    /** A database that is away holds up neither counting nor, once it is back, anything that was due. */
    synchronized void atRest(@Observes CountsAtRest rest) {
        try {
            if (promises.isDone()) {
                settle(rest.handle());
                lookForMore(rest.handle());
            }
            judgeSome(rest.handle());
        } catch (RuntimeException e) {
            LOG.warn("Promises could not be judged; they are as soon as possible", e);
        } finally {
            failing = promises.failing();
        }
    }

    /** As of the last turn, for a turn takes as long as the database does; none where another instance judges. */
    private int failing() {
        return following.isStandingBy() ? 0 : failing;
    }

    private void lookForMore(Handle handle) {
        if (!isPast(lookedAt, config.judgeInterval())) {
            return;
        }
        lookedAt = System.nanoTime();
        List<Due> due = clinicWeeks.due(handle);
        boolean countsAreDue = (everything || !counted.isEmpty()) && isPast(beganAt, config.countsInterval());
        if (!countsAreDue && due.isEmpty()) {
            return;
        }
        beganAt = System.nanoTime();
        Set<String> changed = due.stream().map(Due::clinic).collect(Collectors.toSet());
        counted.addAll(changed);
        promises.add(alerts.standingOf(handle, everything, counted));
        if (!changed.isEmpty()) {
            // Monitors without an alert show what is open too.
            handle.useTransaction(h -> new MonitorsJudged(false, changed).announce(h));
        }
        beingJudged = due;
        everything = false;
        counted.clear();
    }

    /**
     * One that failed before, if it is time, and at least one more, but none once the turn's time is over. One that fails for the
     * first time ends the turn: the next may fail for the same reason.
     */
    private void judgeSome(Handle handle) {
        long began = System.nanoTime();
        Optional<UUID> again = promises.again(began);
        Optional<UUID> next = promises.next(began);
        if (next.isEmpty()) {
            return;
        }
        OpenWeeks open = clinicWeeks.open(handle);
        if (again.isPresent()) {
            judge(handle, again.get(), open);
            next = promises.next(began);
        }
        while (next.isPresent() && judge(handle, next.get(), open) && !isPast(began, config.judgeTurn())) {
            next = promises.next(System.nanoTime());
        }
    }

    private boolean judge(Handle handle, UUID alert, OpenWeeks open) {
        try {
            judgePromise.judge(handle, alert, open);
            promises.judged(alert);
            return true;
        } catch (RuntimeException e) {
            failures.increment();
            int inARow = promises.failed(alert, System.nanoTime());
            LOG.warnf(e, "The promise of alert %s could not be judged, attempt %d; it is tried again", alert, inARow);
            return false;
        }
    }

    /** What failed is tried again from here, and after a start everything is judged. */
    private void settle(Handle handle) {
        if (!beingJudged.isEmpty()) {
            handle.useTransaction(h -> clinicWeeks.settle(h, beingJudged));
            beingJudged = List.of();
        }
    }

    private static boolean isPast(long nanoTime, Duration interval) {
        return System.nanoTime() - nanoTime >= interval.toNanos();
    }
}
