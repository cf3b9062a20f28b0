package io.dripline.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which entries are asked for.
 *
 * @param from not before it
 * @param to before it
 * @param who whose
 * @param kinds of one of these kinds; none: of any
 * @param text who, subject, before, after or why holds it, in capitals or not
 * @param after behind it
 * @param limit how many, 1 or more
 */
public record EntryQuestion(
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<String> who,
        List<String> kinds,
        Optional<String> text,
        Optional<EntryCursor> after,
        int limit) {

    public EntryQuestion {
        kinds = List.copyOf(kinds);
    }
}
