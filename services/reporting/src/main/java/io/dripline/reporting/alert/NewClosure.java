package io.dripline.reporting.alert;

import io.dripline.reporting.caller.ReadReason;
import io.dripline.reporting.caller.Violations;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** That nothing more is to be done about an alert. */
@Schema(requiredProperties = "reason")
record NewClosure(
        @Schema(description = ReadReason.PUBLISHED, maxLength = ReadReason.LONGEST) @Nullable
        String reason) {

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 422 naming what is wrong */
    NextStep read() {
        Violations violations = new Violations();
        String why = ReadReason.from(violations, reason);
        violations.refuseIfAny();
        return new NextStep.Close(why);
    }
}
