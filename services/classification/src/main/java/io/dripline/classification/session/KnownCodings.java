package io.dripline.classification.session;

import io.dripline.contracts.coding.CodedEvent;
import io.dripline.contracts.session.AdverseEvent;
import io.dripline.contracts.session.ReportedSession;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How events were coded while their words were there: stored before, or in the batch at hand. */
final class KnownCodings {

    private final Map<UUID, CodedEvent> byEvent = new HashMap<>();

    /** Whether a report can be coded only by what is known. */
    static boolean areNeededFor(ReportedSession session) {
        return session.adverseEvents().stream().anyMatch(event -> event.verbatim() == null);
    }

    void add(Collection<CodedEvent> events) {
        events.forEach(event -> byEvent.put(event.id(), event));
    }

    /** The newest coding of this event; null if it never had one. */
    @Nullable
    CodedEvent of(AdverseEvent event) {
        return byEvent.get(event.id());
    }
}
