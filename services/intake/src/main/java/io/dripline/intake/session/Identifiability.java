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

/** What in the reporters' words obviously tells who somebody is. */
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
     * What a reference holds that tells who the patient is, to go behind "found": the clinic's own name for a session is stored as it is, and
     * shown to officers. A day without a word for birth is what most are made of, and a number alone may begin with a nought.
     */
    static Optional<String> foundIn(String reference, String patientCode) {
        if (!HideCode.in(reference, patientCode).equals(reference)) {
            return Optional.of("the patient's code in it");
        }
        String found = FindIdentifiers.in(reference).stream()
                .filter(identifier -> identifier.kind() != IdentifierKind.DATE)
                .filter(identifier -> identifier.kind() != IdentifierKind.PHONE_NUMBER
                        || !isPlainNumber(reference.substring(identifier.from(), identifier.to())))
                .map(Identifier::kind)
                .distinct()
                .map(IdentifierKind::words)
                .collect(Collectors.joining(", "));
        return found.isEmpty() ? Optional.empty() : Optional.of("what looks like " + found);
    }

    private static boolean isPlainNumber(String stretch) {
        return stretch.chars().allMatch(Character::isDigit);
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
