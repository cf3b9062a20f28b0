package io.dripline.relay;

/**
 * A place in a table's commit order: everything up to and including it was published.
 *
 * <p>Ordered by transaction first, by row second. Ordering by row alone would skip what a slow transaction wrote early
 * and committed late.
 *
 * @param xid the writing transaction's 64-bit number, which never wraps around: 0 or more
 * @param seq the row within the table, 0 or more
 */
public record Position(long xid, long seq) {

    /** Before the first row. */
    public static final Position START = new Position(0, 0);

    public Position {
        if (xid < 0) {
            throw new IllegalArgumentException("xid: expected 0 or more, found " + xid);
        }
        if (seq < 0) {
            throw new IllegalArgumentException("seq: expected 0 or more, found " + seq);
        }
    }
}
