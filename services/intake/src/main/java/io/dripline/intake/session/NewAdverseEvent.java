package io.dripline.intake.session;

import io.dripline.contracts.session.ActionTaken;
import io.dripline.contracts.session.Causality;
import io.dripline.contracts.session.Outcome;
import io.dripline.contracts.session.Seriousness;
import io.dripline.contracts.session.Severity;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One event as it is posted. */
@Schema(requiredProperties = "verbatim")
record NewAdverseEvent(
        @NotBlank(message = "expected the reporter's words")
        @Size(max = 4000, message = "expected at most 4000 characters")
        @PlainText(lines = true)
        @Nullable
        String verbatim,

        @Nullable OffsetDateTime onsetAt,
        @Nullable OffsetDateTime resolvedAt,
        @Nullable Severity severity,
        @Nullable List<Seriousness> seriousness,
        @Nullable Outcome outcome,
        @Nullable ActionTaken actionTaken,
        @Nullable Causality causality) {}
