package io.dripline.intake.erasure;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An erasure as it is posted. */
@Schema(requiredProperties = {"patient", "ground"})
record NewErasure(
        @NotBlank(message = "expected the patient's code within the clinic")
        @Size(max = 100, message = "expected at most 100 characters")
        @Nullable
        String patient,

        @NotNull(message = "expected the ground of the erasure") @Nullable
        Ground ground) {}
