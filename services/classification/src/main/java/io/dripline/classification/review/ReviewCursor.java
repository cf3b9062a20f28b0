package io.dripline.classification.review;

import io.dripline.coding.WordKey;

/** A place in the queue, which is ordered by occurrences, then by id. */
record ReviewCursor(long occurrences, String id) {

    /** Before the most frequent words. */
    static final ReviewCursor START = new ReviewCursor(Long.MAX_VALUE, "0".repeat(64));

    /** Reads what {@link #toString} wrote. */
    static ReviewCursor of(String text) {
        int bar = text.indexOf('_');
        if (bar < 0) {
            throw new IllegalArgumentException("no cursor");
        }
        return new ReviewCursor(Long.parseLong(text.substring(0, bar)), new WordKey(text.substring(bar + 1)).hex());
    }

    WordKey key() {
        return new WordKey(id);
    }

    @Override
    public String toString() {
        return occurrences + "_" + id;
    }
}
