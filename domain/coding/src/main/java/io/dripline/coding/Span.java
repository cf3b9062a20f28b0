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

    /** Without the spaces at its ends. */
    Span strippedIn(String report) {
        int start = from;
        int end = to;
        while (start < end && Character.isWhitespace(report.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(report.charAt(end - 1))) {
            end--;
        }
        return new Span(start, end);
    }

    String in(String report) {
        return report.substring(from, to);
    }
}
