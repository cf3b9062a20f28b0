package io.dripline.reporting.alert;

import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.alert.AlertStep;
import io.dripline.contracts.alert.Superseded;
import io.dripline.reporting.monitor.Monitors;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Takes an alert out of force once the sessions that had been received up to its crossing no longer reach the threshold,
 * whatever state it is in; whoever calls has found that. The alert keeps both figures. Its monitor may raise again, and does
 * so at once where what was last judged reaches the threshold without the alert: later sessions count as ever.
 */
@ApplicationScoped
public class SupersedeAlert {

    private static final Logger LOG = Logger.getLogger(SupersedeAlert.class);

    private final Jdbi jdbi;
    private final Alerts alerts;
    private final Monitors monitors;
    private final JudgeMonitors judgeMonitors;
    private final Clock clock;

    SupersedeAlert(Jdbi jdbi, Alerts alerts, Monitors monitors, JudgeMonitors judgeMonitors, Clock clock) {
        this.jdbi = jdbi;
        this.alerts = alerts;
        this.monitors = monitors;
        this.judgeMonitors = judgeMonitors;
        this.clock = clock;
    }

    /**
     * In transactions of its own, begun after the step that it follows; calling it again changes nothing.
     *
     * @param figures the corrected counts up to the crossing, and the evidence that they give
     * @throws IllegalArgumentException if these still reach the alert's threshold
     * @throws IllegalStateException if this thread is within a transaction
     */
    public StepOutcome supersede(UUID id, Superseded figures) {
        if (jdbi.<Boolean, RuntimeException>withHandle(Handle::isInTransaction)) {
            throw new IllegalStateException("superseding an alert begins transactions of its own");
        }
        while (true) {
            Optional<StepOutcome> outcome = jdbi.inTransaction(handle -> supersedeWithin(handle, id, figures));
            // Empty where a person's step came between reading and writing: this one follows it.
            if (outcome.isPresent()) {
                if (outcome.get() instanceof StepOutcome.Taken(Alert superseded)) {
                    LOG.warnf(
                            "ALERT %s superseded: %s",
                            id, superseded.history().getLast().reason());
                }
                return outcome.get();
            }
        }
    }

    private Optional<StepOutcome> supersedeWithin(Handle handle, UUID id, Superseded figures) {
        alerts.aloneRaising(handle);
        Optional<Alert> found = alerts.find(handle, id);
        if (found.isEmpty()) {
            return Optional.of(new StepOutcome.Unknown());
        }
        Alert alert = found.get();
        double needed = Math.log(alert.threshold());
        if (figures.lnE() >= needed) {
            throw new IllegalArgumentException("superseded.lnE: expected less than %s, which alert %s needs, found %s"
                    .formatted(needed, id, figures.lnE()));
        }
        String reason = String.format(
                Locale.ROOT,
                "What had been received up to the crossing was corrected to %d of %d, ln E %.3f; an alert needs %.3f.",
                figures.affected(),
                figures.exposed(),
                figures.lnE(),
                needed);
        NextStep step = new NextStep.Supersede(figures, reason);
        if (!step.follows(alert)) {
            return Optional.of(new StepOutcome.OutOfTurn(alert));
        }
        Alert next = step.after(alert, AlertStep.DRIPLINE, clock.instant());
        if (!alerts.add(handle, next)) {
            return Optional.empty();
        }
        monitors.corrected(handle, alert.monitor(), figures.lnE());
        judgeMonitors.judgeAgain(handle, alert.monitor());
        TakeStep.changed(next).announce(handle);
        return Optional.of(new StepOutcome.Taken(next));
    }
}
