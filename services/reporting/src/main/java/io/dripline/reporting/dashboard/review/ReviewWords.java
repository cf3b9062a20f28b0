package io.dripline.reporting.dashboard.review;

import io.dripline.reporting.dashboard.layout.Words;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What was coded and ruled, in words for a reader. */
final class ReviewWords {

    private ReviewWords() {}

    /** A decision. @param terms none: no adverse event */
    static String decision(List<String> terms) {
        return terms.isEmpty()
                ? "Not an adverse event"
                : terms.stream().map(Words::measure).collect(Collectors.joining(", "));
    }

    /** Where events stand before or after: systems, or what becomes of them instead. */
    static String places(List<String> labels) {
        return labels.stream().map(ReviewWords::place).collect(Collectors.joining(" and "));
    }

    private static String place(String label) {
        return switch (label) {
            case "AWAITING" -> "awaits review";
            case "DROPPED" -> "no adverse event";
            default -> Words.measure(label);
        };
    }

    /** From 0 to 1, as whole percent: a candidate is a guess. */
    static String confidence(double confidence) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * confidence);
    }
}
