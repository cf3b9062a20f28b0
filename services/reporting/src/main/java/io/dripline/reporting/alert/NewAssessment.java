package io.dripline.reporting.alert;

import io.dripline.contracts.alert.Assessment;
import io.dripline.reporting.caller.ReadReason;
import io.dripline.reporting.caller.Violations;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an officer found the alert to be. */
@Schema(requiredProperties = {"assessment", "reason"})
record NewAssessment(
        @Nullable Assessment assessment,

        @Schema(description = ReadReason.PUBLISHED, maxLength = ReadReason.LONGEST) @Nullable
        String reason) {

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 422 naming everything that is wrong */
    NextStep read() {
        Violations violations = new Violations();
        if (assessment == null) {
            violations.broken("assessment", "missing");
        }
        String why = ReadReason.from(violations, reason);
        violations.refuseIfAny();
        return new NextStep.Assess(Objects.requireNonNull(assessment), why);
    }
}
