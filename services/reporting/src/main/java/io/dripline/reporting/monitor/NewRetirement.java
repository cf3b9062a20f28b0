package io.dripline.reporting.monitor;

import io.dripline.reporting.caller.ReadReason;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a monitor is retired. */
@Schema(requiredProperties = "reason")
record NewRetirement(
        @Schema(description = "Why, in a sentence that names nobody", maxLength = ReadReason.LONGEST) @Nullable
        String reason) {}
