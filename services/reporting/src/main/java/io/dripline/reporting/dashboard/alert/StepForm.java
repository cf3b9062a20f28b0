package io.dripline.reporting.dashboard.alert;

import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.alert.Assessment;
import io.dripline.reporting.caller.ReadReason;
import io.dripline.reporting.caller.Violations;
import io.dripline.reporting.caller.Violations.Violation;
import io.dripline.reporting.dashboard.layout.AlertWords;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form of a step, empty or as it was filled in.
 *
 * @param version of the alert that it is about
 * @param assessment as it was chosen, empty where it was not
 * @param reason as it was typed
 * @param refused why it was not taken, null where it was not sent
 */
public record StepForm(
        AlertStage stage,
        int version,
        String assessment,
        String reason,
        @Nullable String refused,
        List<Violation> violations) {

    /** A finding to choose. */
    public record Choice(String value, String label, boolean chosen) {}

    public StepForm {
        violations = List.copyOf(violations);
    }

    static StepForm empty(AlertStage stage, Alert alert) {
        return new StepForm(stage, alert.version(), "", "", null, List.of());
    }

    /** What an alert can be found to be. */
    public List<Choice> choices() {
        return Arrays.stream(Assessment.values())
                .map(value -> new Choice(
                        value.name(), AlertWords.of(value), value.name().equals(assessment)))
                .toList();
    }

    public boolean asksForAssessment() {
        return stage == AlertStage.ASSESSMENT;
    }

    public boolean asksForReason() {
        return stage != AlertStage.ACKNOWLEDGEMENT;
    }

    public int longestReason() {
        return ReadReason.LONGEST;
    }

    /** Whether no browser is to keep what it holds. */
    public boolean isForgotten() {
        return ReadReason.mayNameSomebody(reason);
    }

    /** What is wrong with the reason; null if nothing is. */
    public @Nullable String reasonViolation() {
        return Violations.of(violations, "reason");
    }

    /** What is wrong with the assessment; null if nothing is. */
    public @Nullable String assessmentViolation() {
        return Violations.of(violations, "assessment");
    }
}
