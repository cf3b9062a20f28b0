package io.dripline.intake.session;

import io.dripline.contracts.session.Ascertainment;
import io.dripline.contracts.session.Condition;
import io.dripline.contracts.session.Formulation;
import io.dripline.contracts.session.Indication;
import io.dripline.contracts.session.Premedication;
import io.dripline.contracts.session.PreviouslyTreated;
import io.dripline.contracts.session.Route;
import io.dripline.contracts.session.Setting;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A session as it is posted. What concerns one field is declared here, what concerns several in {@link CheckSession}. */
@Schema(requiredProperties = {"reference", "patient", "startedAt", "route", "ascertainment"})
record NewSession(
        @NotBlank(message = "expected the clinic's own name for this session")
        @Size(max = 200, message = "expected at most 200 characters")
        @PlainText
        @Nullable
        String reference,

        @NotBlank(message = "expected the patient's code within the clinic")
        @Size(max = 100, message = "expected at most 100 characters")
        @PlainText
        @Nullable
        String patient,

        @Nullable PreviouslyTreated previouslyTreated,

        @Stated(message = "expected the time at which the session started") @Nullable
        OffsetDateTime startedAt,

        @Nullable OffsetDateTime endedAt,

        @Stated(message = "expected the route of administration") @Nullable
        Route route,

        @Nullable Formulation formulation,
        @Nullable Indication indication,

        @Min(value = 1, message = PLANNED) @Max(value = 60, message = PLANNED) @Nullable
        Integer plannedSessions,

        @Valid @Nullable NewPlannedDose plannedDose,
        @Valid @Nullable NewGivenDose givenDose,

        @DecimalMin(value = Limits.LIGHTEST, message = WEIGHT)
        @DecimalMax(value = Limits.HEAVIEST, message = WEIGHT)
        @Nullable
        Double weightKg,

        @Nullable Setting setting,
        @Nullable Boolean monitored,
        @Nullable List<Premedication> premedication,

        @DecimalMin(value = "0", message = OPIOID) @DecimalMax(value = "5000", message = OPIOID) @Nullable
        Double opioidMgMorphineEquivalentPerDay,

        @Nullable List<Condition> conditions,

        @Stated(message = "expected how events were asked for") @Nullable
        Ascertainment ascertainment,

        @Size(max = MOST_EVENTS, message = EVENTS) @Nullable List<@Valid NewAdverseEvent> adverseEvents) {

    /** The most events that one session may have. */
    static final int MOST_EVENTS = 200;

    private static final String PLANNED = "expected 1 to 60 sessions";
    private static final String WEIGHT = "expected " + Limits.LIGHTEST + " to " + Limits.HEAVIEST + " kg";
    private static final String EVENTS = "expected at most " + MOST_EVENTS + " events";
    private static final String OPIOID = "expected 0 to 5000 mg a day";

    /** The events; none where none were stated. */
    List<NewAdverseEvent> events() {
        return adverseEvents == null ? List.of() : adverseEvents;
    }
}
