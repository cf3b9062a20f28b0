package io.dripline.reporting.dashboard.review;

import io.dripline.reporting.behalf.Answer;
import io.dripline.reporting.dashboard.layout.ClassificationWords;
import io.dripline.reporting.dashboard.layout.Figures;
import io.dripline.reporting.dashboard.layout.ShownTime;
import io.dripline.reporting.review.Review;
import io.dripline.reporting.review.Ruling;
import io.dripline.reporting.review.RulingPage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some words with what is known of them.
 *
 * @param title the words in quotes
 * @param occurrences in how many sessions they wait; null while that is not known
 * @param first when the first of them was received; null where none waits
 * @param holds the ruling that holds; null where there is none
 * @param history its revisions, the latest first
 * @param refused why not all of it can be shown, null if it can
 */
public record WordsView(
        String id,
        String title,
        @Nullable String occurrences,
        String clinics,
        @Nullable ShownTime first,
        @Nullable ShownTime last,
        @Nullable RulingLine holds,
        List<RulingLine> history,
        @Nullable String refused) {

    public WordsView {
        history = List.copyOf(history);
    }

    static WordsView of(String id, Answer<Review> review, Answer<RulingPage> history) {
        List<RulingLine> revisions = history instanceof Answer.Given<RulingPage>(RulingPage page)
                ? page.items().stream().map(RulingLine::of).toList()
                : List.of();
        if (!(review instanceof Answer.Given<Review>(Review found))) {
            return new WordsView(
                    id, "Words under review", null, "", null, null, null, revisions, ClassificationWords.why(review));
        }
        Ruling ruling = found.ruling();
        return new WordsView(
                id,
                ClassificationWords.quoted(found.words()),
                Figures.count(found.occurrences(), "session"),
                found.clinics().isEmpty() ? "none" : String.join(", ", found.clinics()),
                found.firstSeen() == null ? null : new ShownTime(found.firstSeen()),
                found.lastSeen() == null ? null : new ShownTime(found.lastSeen()),
                ruling == null ? null : RulingLine.of(ruling),
                revisions,
                ClassificationWords.why(history));
    }
}
