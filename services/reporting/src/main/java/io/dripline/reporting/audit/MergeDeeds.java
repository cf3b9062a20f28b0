package io.dripline.reporting.audit;

import io.dripline.reporting.audit.AuditPage.Told;
import io.dripline.reporting.behalf.Answer;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts what the ledgers answer into one order: the latest first, by their clocks, and within each ledger as it was committed. The place
 * behind the last deed of each is exact, so pages neither repeat nor leave out a deed.
 */
final class MergeDeeds {

    private MergeDeeds() {}

    /** @param after the place at which the ledgers were asked @param limit how many deeds at most */
    static AuditPage merge(Map<LedgerOf, Answer<DeedPage>> answers, AuditCursor after, int limit) {
        Map<LedgerOf, Deque<Deed>> left = new TreeMap<>();
        boolean isMore = false;
        for (Map.Entry<LedgerOf, Answer<DeedPage>> answer : answers.entrySet()) {
            if (answer.getValue() instanceof Answer.Given<DeedPage>(DeedPage page)) {
                left.put(answer.getKey(), new ArrayDeque<>(page.items()));
                isMore |= page.next() != null;
            }
        }
        List<Told> deeds = new ArrayList<>();
        Map<LedgerOf, String> places = new TreeMap<>(after.places());
        Map.Entry<LedgerOf, Deque<Deed>> latest = latest(left);
        while (latest != null && deeds.size() < limit) {
            Deed deed = latest.getValue().removeFirst();
            deeds.add(new Told(latest.getKey(), deed));
            places.put(latest.getKey(), deed.place());
            latest = latest(left);
        }
        isMore |= left.values().stream().anyMatch(some -> !some.isEmpty());
        return new AuditPage(deeds, isMore ? new AuditCursor(places) : null, answers);
    }

    private static Map.@Nullable Entry<LedgerOf, Deque<Deed>> latest(Map<LedgerOf, Deque<Deed>> left) {
        Map.Entry<LedgerOf, Deque<Deed>> latest = null;
        Instant at = Instant.MIN;
        for (Map.Entry<LedgerOf, Deque<Deed>> ledger : left.entrySet()) {
            Deed first = ledger.getValue().peekFirst();
            if (first != null && first.at().isAfter(at)) {
                latest = ledger;
                at = first.at();
            }
        }
        return latest;
    }
}
