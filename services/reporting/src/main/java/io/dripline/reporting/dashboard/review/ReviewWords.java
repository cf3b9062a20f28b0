package io.dripline.reporting.dashboard.review;

import io.dripline.reporting.behalf.Answer;
import io.dripline.reporting.dashboard.layout.Figures;
import io.dripline.reporting.dashboard.layout.Words;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was reported, coded and ruled, in words for a reader. */
final class ReviewWords {

    static final String AWAY =
            "The classification service does not answer, so nothing can be shown or decided here. Nothing is lost; try again in a moment.";

    private ReviewWords() {}

    /** Words in quotes, or that they were erased. */
    static String quoted(@Nullable String words) {
        return words == null ? "Words that were erased" : "“" + words + "”";
    }

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

    /** So many of something. @param one in the singular; more of them end in s */
    static String count(long count, String one) {
        return Figures.count(count) + " " + one + (count == 1 ? "" : "s");
    }

    /** From 0 to 1, as whole percent: a candidate is a guess. */
    static String confidence(double confidence) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * confidence);
    }

    /** Why nothing was given; null where it was. */
    static @Nullable String why(Answer<?> answer) {
        return switch (answer) {
            case Answer.Given<?> _ -> null;
            case Answer.Away<?> _ -> AWAY;
            case Answer.Refused<?> refused -> refused(refused);
        };
    }

    static String refused(Answer.Refused<?> refused) {
        return switch (refused.status()) {
            case 401, 403 ->
                "The classification service does not let you in: %s. Sign out and in again, in another window if something is typed here."
                        .formatted(refused.words());
            default -> "The classification service refuses: %s.".formatted(refused.words());
        };
    }

    /** The status that says the same. */
    static int status(Answer<?> answer) {
        return switch (answer) {
            case Answer.Given<?> _ -> 200;
            case Answer.Away<?> _ -> 503;
            case Answer.Refused<?> refused -> refused.status();
        };
    }
}
