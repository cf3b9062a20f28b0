package io.dripline.reporting.dashboard.review;

import io.dripline.reporting.behalf.Answer;
import io.dripline.reporting.dashboard.layout.ClassificationWords;
import io.dripline.reporting.dashboard.layout.Figures;
import io.dripline.reporting.review.RulingPreview;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a decision would change.
 *
 * @param message the whole of it in a sentence, or why it cannot be said
 * @param moves how many events from where to where
 * @param decision which one, as {@link Stated#decision()}; null where nothing was counted, so nothing can be decided
 */
public record Effect(
        String message, List<String> moves, @Nullable String decision) {

    public Effect {
        moves = List.copyOf(moves);
    }

    static Effect none(Stated stated) {
        return new Effect(
                stated.terms().isEmpty()
                        ? "Tick what the words mean, and here stands what that changes."
                        : "Tick either terms, or that it is no adverse event.",
                List.of(),
                null);
    }

    static Effect of(Stated stated, Answer<RulingPreview> answer) {
        return switch (answer) {
            case Answer.Given<RulingPreview>(RulingPreview preview) ->
                new Effect(
                        sentence(preview),
                        preview.events().stream().map(Effect::move).toList(),
                        stated.decision());
            case Answer.Refused<RulingPreview> refused ->
                new Effect(ClassificationWords.refused(refused), List.of(), null);
            case Answer.Away<RulingPreview> _ -> new Effect(ClassificationWords.AWAY, List.of(), null);
        };
    }

    private static String sentence(RulingPreview preview) {
        StringBuilder words = new StringBuilder();
        words.append(Figures.count(preview.sessions(), "session"))
                .append(preview.sessions() == 1 ? " holds" : " hold")
                .append(" these words");
        if (preview.looked() < preview.sessions()) {
            words.append("; counted in ")
                    .append(Figures.count(preview.looked()))
                    .append(" of them");
        }
        words.append(preview.changed() == 0 ? "; nothing of them changes." : "; ");
        if (preview.changed() > 0) {
            words.append(Figures.count(preview.changed())).append(preview.changed() == 1 ? " changes." : " change.");
        }
        return words.append(" What is reported later is coded in the same way.").toString();
    }

    private static String move(RulingPreview.Move move) {
        String from = ReviewWords.places(move.from());
        String to = ReviewWords.places(move.to());
        return from.equals(to)
                ? "%s: other terms within %s".formatted(Figures.count(move.events(), "event"), from)
                : "%s: %s → %s".formatted(Figures.count(move.events(), "event"), from, to);
    }
}
