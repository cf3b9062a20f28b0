package io.dripline.ledger;

/**
 * A place in a table's commit order.
 *
 * @param xid the writing transaction's 64-bit number
 * @param seq the number of the row
 */
record Place(long xid, long seq) implements Comparable<Place> {

    static final Place START = new Place(0, 0);

    @Override
    public int compareTo(Place other) {
        int transactions = Long.compareUnsigned(xid, other.xid);
        return transactions != 0 ? transactions : Long.compare(seq, other.seq);
    }
}
