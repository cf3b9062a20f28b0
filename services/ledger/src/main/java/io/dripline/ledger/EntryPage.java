package io.dripline.ledger;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Some of what was done, the latest first, as it was committed.
 *
 * @param next what to send as {@code after} for the next page; null on the last one
 * @param head the end of the chain, to be kept: {@code ./dripline audit verify --head} reads it; null while nothing is sealed
 */
@Schema(
        name = "LedgerPage",
        description =
                "Some of what was done, the latest first; head is the end of the chain of seals, to be kept elsewhere")
public record EntryPage(
        List<Entry> items,
        @Schema(nullable = true) @Nullable String next,
        @Schema(nullable = true) @Nullable String head) {

    public EntryPage {
        items = List.copyOf(items);
    }
}
