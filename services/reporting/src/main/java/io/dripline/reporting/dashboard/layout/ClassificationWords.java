package io.dripline.reporting.dashboard.layout;

import io.dripline.reporting.behalf.Answer;
import org.jspecify.annotations.Nullable;

/** What the classification service answers, or that it does not, in words for a reader. */
public final class ClassificationWords {

    public static final String AWAY =
            "The classification service does not answer, so nothing can be shown or decided here. Nothing is lost; try again in a moment.";

    private ClassificationWords() {}

    /** Words in quotes, or that they were erased. */
    public static String quoted(@Nullable String words) {
        return words == null ? "Words that were erased" : "“" + words + "”";
    }

    /** Why nothing was given; null where it was. */
    public static @Nullable String why(Answer<?> answer) {
        return switch (answer) {
            case Answer.Given<?> _ -> null;
            case Answer.Away<?> _ -> AWAY;
            case Answer.Refused<?> refused -> refused(refused);
        };
    }

    public static String refused(Answer.Refused<?> refused) {
        return switch (refused.status()) {
            case 401, 403 ->
                "The classification service does not let you in: %s. Sign out and in again, in another window if something is typed here."
                        .formatted(refused.words());
            default -> "The classification service refuses: %s.".formatted(refused.words());
        };
    }

    /** The status that says the same. */
    public static int status(Answer<?> answer) {
        return switch (answer) {
            case Answer.Given<?> _ -> 200;
            case Answer.Away<?> _ -> 503;
            case Answer.Refused<?> refused -> refused.status();
        };
    }
}
