package io.dripline.intake.session;

import io.dripline.contracts.session.AdverseEvent;
import io.dripline.intake.session.Session.Warning;
import io.dripline.privacy.identifier.FindIdentifiers;
import io.dripline.privacy.identifier.Identifier;
import io.dripline.privacy.identifier.IdentifierKind;
import io.dripline.privacy.identifier.MaskIdentifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What in the reporters' words obviously tells who somebody is. */
final class Identifiability {

    private Identifiability() {}

    /** A remark on each event's words that hold such a thing; they are stored as they came, for their clinic alone. */
    static List<Warning> warnings(List<AdverseEvent> events) {
        List<Warning> warnings = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            String verbatim = events.get(i).verbatim();
            String found = verbatim == null
                    ? ""
                    : FindIdentifiers.in(verbatim).stream()
                            .map(Identifier::kind)
                            .distinct()
                            .map(IdentifierKind::words)
                            .collect(Collectors.joining(", "));
            if (!found.isEmpty()) {
                warnings.add(new Warning(
                        "adverseEvents[%d].verbatim".formatted(i),
                        "looks as if it held %s: masked for everybody but the clinic; amend the session to take it out"
                                .formatted(found)));
            }
        }
        return warnings;
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
