package io.dripline.classification.recoding;

import io.dripline.classification.words.IndexedSession;
import io.dripline.coding.HeldWords;
import io.dripline.contracts.coding.CodedEvent;
import io.dripline.contracts.coding.Coding;
import java.util.List;

/**
 * A session as it would be coded now.
 *
 * @param vocabulary version of the vocabulary by which it is known to be coded as it is
 * @param held the words by which a ruling finds it
 */
record Recoded(StoredCoding before, List<CodedEvent> events, String vocabulary, List<HeldWords> held) {

    /** Whether more changes than the vocabulary's version. */
    boolean isChanged() {
        return !withoutVersion(before.events()).equals(withoutVersion(events));
    }

    IndexedSession indexed() {
        return new IndexedSession(
                before.id(),
                before.version(),
                before.codingRevision() + (isChanged() ? 1 : 0),
                before.active(),
                before.clinic(),
                before.receivedAt(),
                vocabulary,
                held);
    }

    private static List<CodedEvent> withoutVersion(List<CodedEvent> events) {
        return events.stream()
                .map(event -> new CodedEvent(
                        event.id(),
                        event.severity(),
                        event.seriousness(),
                        event.codings().stream()
                                .map(coding -> new Coding(
                                        coding.term(),
                                        coding.category(),
                                        coding.method(),
                                        coding.matched(),
                                        coding.confidence(),
                                        "",
                                        coding.meddra()))
                                .toList(),
                        event.awaitingReview()))
                .toList();
    }
}
