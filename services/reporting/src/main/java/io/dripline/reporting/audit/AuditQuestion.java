package io.dripline.reporting.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which deeds are asked for.
 *
 * @param from not before it; null: any
 * @param to before it; null: any
 * @param who whose, to the letter; null: anybody's
 * @param kinds of one of these; none: of any, also of those that only a later version knows
 * @param text that a deed holds somewhere; null: any
 */
public record AuditQuestion(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String who,
        List<DeedKind> kinds,
        @Nullable String text) {

    public AuditQuestion {
        kinds = List.copyOf(kinds);
    }

    boolean concerns(LedgerOf ledger) {
        return kinds.isEmpty() || kinds.stream().anyMatch(kind -> kind.ledger() == ledger);
    }

    /** The kinds that a ledger has of these. */
    List<String> kindsOf(LedgerOf ledger) {
        return kinds.stream()
                .filter(kind -> kind.ledger() == ledger)
                .map(DeedKind::name)
                .toList();
    }
}
