package io.dripline.reporting.audit;

import io.dripline.ledger.EntryCursor;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A place in the order of all ledgers: behind these deeds.
 *
 * @param places the last one seen of each ledger; of those that are absent none was
 */
public record AuditCursor(Map<LedgerOf, String> places) {

    /** Before the latest. */
    public static final AuditCursor START = new AuditCursor(Map.of());

    public AuditCursor {
        places = Map.copyOf(places);
    }

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static AuditCursor of(String text) {
        Map<LedgerOf, String> places = new EnumMap<>(LedgerOf.class);
        for (String part : text.split("\\.", -1)) {
            String[] both = part.split("-", 2);
            LedgerOf ledger = both.length == 2 ? LedgerOf.named(both[0]).orElse(null) : null;
            if (ledger == null || places.put(ledger, EntryCursor.of(both[1]).toString()) != null) {
                throw new IllegalArgumentException("no cursor");
            }
        }
        return new AuditCursor(places);
    }

    @Nullable
    String behind(LedgerOf ledger) {
        return places.get(ledger);
    }

    @Override
    public String toString() {
        return new TreeMap<>(places)
                .entrySet().stream()
                        .map(place -> place.getKey().id() + "-" + place.getValue())
                        .collect(Collectors.joining("."));
    }
}
