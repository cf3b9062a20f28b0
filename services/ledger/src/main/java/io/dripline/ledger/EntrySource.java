package io.dripline.ledger;

import java.util.List;

/**
 * A sealed table that says who did what. All but the names are SQL over its row {@code r}.
 *
 * @param seq the column with the number of the row
 * @param kinds what {@code kind} can be
 */
public record EntrySource(
        String table,
        String seq,
        List<String> kinds,
        String at,
        String who,
        String kind,
        String subject,
        String before,
        String after,
        String why) {

    public EntrySource {
        kinds = List.copyOf(kinds);
    }
}
