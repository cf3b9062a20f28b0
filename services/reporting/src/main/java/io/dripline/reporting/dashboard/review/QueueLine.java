package io.dripline.reporting.dashboard.review;

import io.dripline.reporting.dashboard.layout.ClassificationWords;
import io.dripline.reporting.dashboard.layout.Figures;
import io.dripline.reporting.dashboard.layout.ShownTime;
import io.dripline.reporting.dashboard.layout.Words;
import io.dripline.reporting.review.Candidate;
import io.dripline.reporting.review.Review;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words that wait.
 *
 * @param words in quotes
 * @param occurrences in how many sessions
 * @param clinics that reported them
 * @param since when the first of these was received; null where none waits any more
 * @param candidates each with its system and how surely it is meant
 */
public record QueueLine(
        String href,
        String words,
        String occurrences,
        String clinics,
        @Nullable ShownTime since,
        List<String> candidates) {

    public QueueLine {
        candidates = List.copyOf(candidates);
    }

    static QueueLine of(Review review) {
        return new QueueLine(
                "/reviews/" + review.id(),
                ClassificationWords.quoted(review.words()),
                Figures.count(review.occurrences()),
                String.join(", ", review.clinics()),
                review.firstSeen() == null ? null : new ShownTime(review.firstSeen()),
                review.candidates().stream().map(QueueLine::words).toList());
    }

    private static String words(Candidate candidate) {
        return "%s, %s, %s"
                .formatted(
                        Words.measure(candidate.term()),
                        ReviewWords.places(List.of(candidate.category())),
                        ReviewWords.confidence(candidate.confidence()));
    }
}
