package io.dripline.contracts.session;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a session besides its events. Null means not stated.
 *
 * @param startedAt start with the clinic's own offset, which fixes the local date and ISO week
 * @param plannedSessions sessions planned in this course, 1 or more
 * @param weightKg body weight, kg
 * @param monitored whether vital signs were monitored throughout
 * @param opioidMgMorphineEquivalentPerDay daily opioid dose, mg oral morphine equivalent
 */
public record SessionAttributes(
        PreviouslyTreated previouslyTreated,
        OffsetDateTime startedAt,
        @Nullable OffsetDateTime endedAt,
        Route route,
        @Nullable Formulation formulation,
        @Nullable Indication indication,
        int plannedSessions,
        @Nullable PlannedDose plannedDose,
        @Nullable GivenDose givenDose,
        @Nullable Double weightKg,
        @Nullable Setting setting,
        @Nullable Boolean monitored,
        List<Premedication> premedication,
        @Nullable Double opioidMgMorphineEquivalentPerDay,
        List<Condition> conditions,
        Ascertainment ascertainment) {

    public SessionAttributes {
        previouslyTreated = previouslyTreated == null ? PreviouslyTreated.UNKNOWN : previouslyTreated;
        if (plannedSessions < 1) {
            throw new IllegalArgumentException("plannedSessions: expected 1 or more, found " + plannedSessions);
        }
        premedication = premedication == null ? List.of() : List.copyOf(premedication);
        conditions = conditions == null ? List.of() : List.copyOf(conditions);
    }
}
