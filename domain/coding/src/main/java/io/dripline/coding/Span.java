package io.dripline.coding;

/**
 * A stretch of a report.
 *
 * @param from first character
 * @param to after the last character
 */
record Span(int from, int to) {

    int length() {
        return to - from;
    }

    boolean overlaps(Span other) {
        return from < other.to && other.from < to;
    }

    boolean contains(Span other) {
        return from <= other.from && other.to <= to;
    }

    String in(String report) {
        return report.substring(from, to);
    }
}
