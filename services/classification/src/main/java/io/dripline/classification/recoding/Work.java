package io.dripline.classification.recoding;

import io.dripline.coding.WordKey;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sessions to be looked at.
 *
 * @param after the last session that was
 * @param open how much work there is, this too
 * @param key words that were ruled on; RULING only
 */
record Work(long id, long open, Kind kind, @Nullable WordKey key, UUID after) {

    /** Why; in the order in which it is done. */
    enum Kind {
        /** They were coded before words were indexed: find their words, and apply what was ruled on them. */
        INDEX,
        /** They hold words that were ruled on. */
        RULING,
        /** They were coded with another vocabulary, and an officer wants them recoded. */
        VOCABULARY,
        /** The same, but only to count what would change. */
        PREVIEW
    }
}
