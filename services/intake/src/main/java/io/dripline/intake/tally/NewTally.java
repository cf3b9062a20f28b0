package io.dripline.intake.tally;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A tally as it is put. */
@Schema(requiredProperties = "sessionsPerformed")
record NewTally(
        @NotNull(message = PERFORMED)
        @Min(value = 0, message = PERFORMED)
        @Max(value = 10_000, message = PERFORMED)
        @Nullable
        Integer sessionsPerformed) {

    private static final String PERFORMED = "expected 0 to 10000 sessions";
}
