package io.dripline.ledger;

import org.jspecify.annotations.Nullable;

/**
 * Something in a database that is otherwise than it was sealed.
 *
 * @param kind what is wrong
 * @param ledger whose chain
 * @param position of the seal, 0 where there is none
 * @param table of the row, null where none is known
 * @param row what names the row, null where none is known
 */
public record Finding(
        Kind kind,
        String ledger,
        long position,
        @Nullable String table,
        @Nullable String row) {

    /** What can be wrong. */
    public enum Kind {
        ROW_CHANGED("the row is not what was sealed"),
        TEXT_CHANGED("the text that belongs to the row is not what was sealed"),
        TEXT_MISSING("the text that belongs to the row was sealed and is gone"),
        ROW_MISSING("the row was sealed and is gone"),
        ROW_NEVER_SEALED(
                "the row stands among sealed ones and was not there when they were sealed, or its seal is gone"),
        COMPANION_MISSING("the row is gone, though sealed rows need it and nobody erased what it was for"),
        STATE_DIFFERS("the row is not as what was sealed last of it says"),
        STATE_UNEXPLAINED("the row tells of a change that no step which was sealed tells of"),
        ROW_OF_NO_TRANSACTION("the row names a transaction that there has not been"),
        SEAL_CHANGED("the seal is not what was written"),
        SEAL_MISSING("the seal is gone"),
        TAIL_MISSING("a head that was kept lies behind the end of the chain: rows and seals up to there were cut off"),
        HEAD_DIFFERS("the chain is another than the one of which a head was kept"),
        HEAD_NOT_GENUINE("the head was not made with this key");

        private final String sentence;

        Kind(String sentence) {
            this.sentence = sentence;
        }

        /** In words, for a person. */
        public String sentence() {
            return sentence;
        }
    }

    /** One line for a person. */
    public String line() {
        String where = position == 0 ? "" : " (seal " + position + ")";
        String what = (table == null ? "" : " " + table) + (row == null ? "" : " " + row);
        return "%s:%s%s: %s [%s]".formatted(ledger, what, where, kind.sentence(), kind);
    }
}
