package io.dripline.intake.session;

import io.dripline.contracts.session.AdverseEvent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;

/**
 * Gives events their ids. A clinic sends none, so an amended session's events are recognised by what they say: first
 * by everything, then by their words alone. An event in other words is a new one.
 */
final class EventIds {

    private EventIds() {}

    /** A new id that sorts by time. */
    static UUID next() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }

    /** The stated events, each with the id it had in {@code before}, or a new one. */
    static List<AdverseEvent> keep(List<AdverseEvent> before, List<StatedEvent> stated) {
        List<AdverseEvent> unclaimed = new ArrayList<>(before);
        List<@Nullable UUID> ids =
                new ArrayList<>(stated.stream().map(event -> (UUID) null).toList());
        claim(unclaimed, stated, ids, (event, old) -> event.equals(StatedEvent.of(old)));
        claim(unclaimed, stated, ids, (event, old) -> Objects.equals(event.verbatim(), old.verbatim()));
        List<AdverseEvent> named = new ArrayList<>();
        for (int i = 0; i < stated.size(); i++) {
            named.add(stated.get(i).named(Objects.requireNonNullElseGet(ids.get(i), EventIds::next)));
        }
        return named;
    }

    private static void claim(
            List<AdverseEvent> unclaimed,
            List<StatedEvent> stated,
            List<@Nullable UUID> ids,
            BiPredicate<StatedEvent, AdverseEvent> same) {
        for (int i = 0; i < stated.size(); i++) {
            Iterator<AdverseEvent> candidates = unclaimed.iterator();
            while (ids.get(i) == null && candidates.hasNext()) {
                AdverseEvent candidate = candidates.next();
                if (same.test(stated.get(i), candidate)) {
                    ids.set(i, candidate.id());
                    candidates.remove();
                }
            }
        }
    }
}
