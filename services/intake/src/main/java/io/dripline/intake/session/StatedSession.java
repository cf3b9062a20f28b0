package io.dripline.intake.session;

import io.dripline.contracts.ContractJson;
import io.dripline.contracts.session.PreviouslyTreated;
import io.dripline.contracts.session.SessionAttributes;
import io.dripline.intake.privacy.HideCode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A session as its clinic stated it, in the one form that all ways of saying the same share: defaults filled in, sets
 * ordered, numbers as numbers. A time keeps its offset, which is part of what was said.
 *
 * @param patient null since patients are compared by themselves; what was said before that named the pseudonym of the time
 */
record StatedSession(
        String reference, @Nullable String patient, SessionAttributes attributes, List<StatedEvent> adverseEvents) {

    static StatedSession of(NewSession session) {
        NewPlannedDose planned = session.plannedDose();
        NewGivenDose given = session.givenDose();
        Integer plannedSessions = session.plannedSessions();
        SessionAttributes attributes = new SessionAttributes(
                session.previouslyTreated() == null ? PreviouslyTreated.UNKNOWN : session.previouslyTreated(),
                Objects.requireNonNull(session.startedAt()),
                session.endedAt(),
                Objects.requireNonNull(session.route()),
                session.formulation(),
                session.indication(),
                plannedSessions == null ? 1 : plannedSessions,
                planned == null ? null : planned.stated(),
                given == null ? null : given.stated(),
                session.weightKg(),
                session.setting(),
                session.monitored(),
                distinct(session.premedication()),
                session.opioidMgMorphineEquivalentPerDay(),
                distinct(session.conditions()),
                Objects.requireNonNull(session.ascertainment()));
        return new StatedSession(
                Objects.requireNonNull(session.reference()),
                null,
                attributes,
                session.events().stream()
                        .map(event ->
                                StatedEvent.of(event, words -> HideCode.in(words, String.valueOf(session.patient()))))
                        .toList());
    }

    /** The same, as it was said while the content named its patient. */
    StatedSession of(String pseudonym) {
        return new StatedSession(reference, pseudonym, attributes, adverseEvents);
    }

    /** Two sessions have the same canonical form if and only if they say the same. */
    byte[] canonical() {
        return ContractJson.write(this);
    }

    static <E extends Enum<E>> List<E> distinct(@Nullable List<E> set) {
        return set == null ? List.of() : set.stream().distinct().sorted().toList();
    }
}
