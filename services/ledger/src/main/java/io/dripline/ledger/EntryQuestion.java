package io.dripline.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * Which entries are asked for.
 *
 * @param from not before it
 * @param to before it
 * @param who whose
 * @param kind of one kind
 * @param after behind it
 * @param limit how many, 1 or more
 */
public record EntryQuestion(
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<String> who,
        Optional<String> kind,
        Optional<EntryCursor> after,
        int limit) {}
