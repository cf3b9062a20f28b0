package io.dripline.reporting.audit;

import io.dripline.reporting.behalf.Answer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Some of what all ledgers hold.
 *
 * @param deeds the latest first
 * @param next what lies behind them; null where nothing does
 * @param answers what each ledger that was asked answered
 */
public record AuditPage(List<Told> deeds, @Nullable AuditCursor next, Map<LedgerOf, Answer<DeedPage>> answers) {

    /** A deed, and where it stands. */
    public record Told(LedgerOf ledger, Deed deed) {}

    public AuditPage {
        deeds = List.copyOf(deeds);
        answers = Collections.unmodifiableMap(new TreeMap<>(answers));
    }
}
