package io.dripline.intake.session;

import io.dripline.contracts.session.AdverseEvent;
import io.dripline.intake.privacy.HideCode;
import io.dripline.intake.session.Session.Warning;
import io.dripline.privacy.identifier.FindIdentifiers;
import io.dripline.privacy.identifier.Identifier;
import io.dripline.privacy.identifier.IdentifierKind;
import io.dripline.privacy.identifier.MaskIdentifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What in the reporters' words, and in a reference, obviously tells who somebody is. */
final class Identifiability {

    private Identifiability() {}

    /** A remark on each event's words that hold such a thing; they are stored as they came, for their clinic alone. */
    static List<Warning> warnings(List<AdverseEvent> events) {
        List<Warning> warnings = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            String verbatim = events.get(i).verbatim();
            String found = verbatim == null ? "" : FindIdentifiers.kindsIn(verbatim);
            if (!found.isEmpty()) {
                warnings.add(new Warning(
                        "adverseEvents[%d].verbatim".formatted(i),
                        "looks as if it held %s: masked for everybody but the clinic; amend the session to take it out"
                                .formatted(found)));
            }
        }
        return warnings;
    }

    /**
     * A remark on a reference that tells who the patient is. It is taken all the same: many clinics name a session by its patient, and what was
     * not reported counts nowhere. A day without a word for birth is what most are made of, and a number alone may begin with a nought.
     *
     * @param patientCode the code of the same report, null where only the reference is known any more
     */
    static Optional<Warning> warning(String reference, @Nullable String patientCode) {
        if (patientCode != null && !HideCode.in(reference, patientCode).equals(reference)) {
            return Optional.of(reference("the patient's code in it"));
        }
        String found = identifiersIn(reference)
                .map(Identifier::kind)
                .distinct()
                .map(IdentifierKind::words)
                .collect(Collectors.joining(", "));
        return found.isEmpty() ? Optional.empty() : Optional.of(reference("what looks like " + found));
    }

    private static Warning reference(String found) {
        return new Warning(
                "reference",
                "expected the clinic's own name for this session that names nobody, found %s: it is stored in the clear; choose others from now on"
                        .formatted(found));
    }

    private static Stream<Identifier> identifiersIn(String reference) {
        return FindIdentifiers.in(reference).stream()
                .filter(identifier -> identifier.kind() != IdentifierKind.DATE)
                .filter(identifier -> identifier.kind() != IdentifierKind.PHONE_NUMBER
                        || !isPlainNumber(reference.substring(identifier.from(), identifier.to())));
    }

    private static boolean isPlainNumber(String stretch) {
        return stretch.chars().allMatch(Character::isDigit);
    }

    /** A reference as it is shown to others than its clinic. */
    static String masked(String reference) {
        return identifiersIn(reference).findAny().isPresent() ? MaskIdentifiers.in(reference) : reference;
    }

    /** The event with the same masked. */
    static AdverseEvent masked(AdverseEvent event) {
        return new AdverseEvent(
                event.id(),
                event.verbatim() == null ? null : MaskIdentifiers.in(event.verbatim()),
                event.onsetAt(),
                event.resolvedAt(),
                event.severity(),
                event.seriousness(),
                event.outcome(),
                event.actionTaken(),
                event.causality());
    }
}
