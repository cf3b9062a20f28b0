package io.dripline.reporting.alert;

import io.dripline.contracts.alert.Alert;
import io.dripline.reporting.caller.IfMatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Adds a person's step to an alert, in a transaction of its own. The table takes each version once, so of two people who
 * saw the same one only the first steps; the other is told what the alert has come to.
 */
@ApplicationScoped
class TakeStep {

    private final Jdbi jdbi;
    private final Alerts alerts;
    private final Clock clock;

    TakeStep(Jdbi jdbi, Alerts alerts, Clock clock) {
        this.jdbi = jdbi;
        this.alerts = alerts;
        this.clock = clock;
    }

    /** @param by the person's user name */
    StepOutcome take(UUID id, IfMatch ofVersion, NextStep step, String by) {
        while (true) {
            Optional<StepOutcome> outcome = jdbi.inTransaction(handle -> takeWithin(handle, id, ofVersion, step, by));
            // Empty where another step came between reading and writing: what it led to decides.
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
    }

    private Optional<StepOutcome> takeWithin(Handle handle, UUID id, IfMatch ofVersion, NextStep step, String by) {
        Optional<Alert> found = alerts.find(handle, id);
        if (found.isEmpty()) {
            return Optional.of(new StepOutcome.Unknown());
        }
        Alert alert = found.get();
        if (!ofVersion.matches(alert.version())) {
            return Optional.of(new StepOutcome.Stale(alert));
        }
        if (!step.follows(alert)) {
            return Optional.of(new StepOutcome.OutOfTurn(alert));
        }
        Alert next = step.after(alert, by, clock.instant());
        if (!alerts.add(handle, next)) {
            return Optional.empty();
        }
        changed(next).announce(handle);
        return Optional.of(new StepOutcome.Taken(next));
    }

    /** Where a step is to be told. */
    static MonitorsJudged changed(Alert alert) {
        String clinic = alert.cohort().get("clinic");
        return clinic == null ? MonitorsJudged.EVERYTHING : new MonitorsJudged(false, Set.of(clinic));
    }
}
