package io.dripline.reporting.alert;

import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.alert.Assessment;
import io.dripline.reporting.caller.IfMatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Adds a person's step to an alert, in a transaction of its own. The table takes each version once, so of two people who
 * saw the same one only the first steps; the other is told what the alert has come to.
 */
@ApplicationScoped
public class TakeStep {

    private final Jdbi jdbi;
    private final Alerts alerts;
    private final Clock clock;

    TakeStep(Jdbi jdbi, Alerts alerts, Clock clock) {
        this.jdbi = jdbi;
        this.alerts = alerts;
        this.clock = clock;
    }

    /** Whether an alert has come to where a person may say that they have seen it. */
    public static boolean mayBeAcknowledged(Alert alert) {
        return new NextStep.Acknowledge().follows(alert);
    }

    /** Whether an alert has come to where a person may say what it was found to be. */
    public static boolean mayBeAssessed(Alert alert) {
        return new NextStep.Assess(Assessment.CONFIRMED, "").follows(alert);
    }

    /** Whether an alert has come to where a person may say that nothing more is to be done. */
    public static boolean mayBeClosed(Alert alert) {
        return new NextStep.Close("").follows(alert);
    }

    /** Says that a person has seen an alert. */
    public StepOutcome acknowledge(UUID id, IfMatch ofVersion, String by) {
        return take(id, ofVersion, new NextStep.Acknowledge(), by);
    }

    /**
     * Says what an alert was found to be.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 naming everything that is missing or cannot be taken
     */
    public StepOutcome assess(
            UUID id, IfMatch ofVersion, @Nullable Assessment assessment, @Nullable String reason, String by) {
        return take(id, ofVersion, new NewAssessment(assessment, reason).read(), by);
    }

    /**
     * Says that nothing more is to be done about an alert.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 where the reason is missing or cannot be taken
     */
    public StepOutcome close(UUID id, IfMatch ofVersion, @Nullable String reason, String by) {
        return take(id, ofVersion, new NewClosure(reason).read(), by);
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
