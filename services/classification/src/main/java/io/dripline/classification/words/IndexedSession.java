package io.dripline.classification.words;

import io.dripline.coding.HeldWords;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A session's state with the words that it holds.
 *
 * @param active false once withdrawn: it then holds no words that anybody has to rule on
 * @param receivedAt when this version was received
 * @param vocabulary version of the vocabulary that coded it
 * @param words of all its events
 */
public record IndexedSession(
        UUID id,
        int version,
        int codingRevision,
        boolean active,
        String clinic,
        Instant receivedAt,
        String vocabulary,
        Collection<HeldWords> words) {

    /** Each words once; they await review if they do so in any event. */
    Collection<HeldWords> distinctWords() {
        Map<String, HeldWords> distinct = new TreeMap<>();
        if (active) {
            words.forEach(held -> distinct.merge(held.key().hex(), held, (one, other) -> one.awaiting() ? one : other));
        }
        return distinct.values();
    }
}
