package io.dripline.reporting.dashboard.review;

import io.dripline.reporting.caller.ReadReason;
import io.dripline.reporting.review.Review;
import io.dripline.reporting.review.Ruling;
import io.dripline.reporting.review.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form of a ruling, empty or as it was filled in.
 *
 * @param stated in it
 * @param choices candidates, and what was ticked besides
 * @param found terms that were looked for, without those among the choices; null where none were looked for
 * @param notFound why none were found; null where they were, or where none were looked for
 * @param effect of what is ticked
 * @param refused why nothing was decided; null where nothing was to be
 * @param termsViolation what is wrong with what is ticked; null if nothing is
 * @param reasonViolation what is wrong with the reason; null if nothing is
 */
public record RulingForm(
        Stated stated,
        List<TermChoice> choices,
        List<TermChoice> found,
        @Nullable String notFound,
        Effect effect,
        @Nullable String refused,
        @Nullable String termsViolation,
        @Nullable String reasonViolation) {

    public RulingForm {
        choices = List.copyOf(choices);
        found = List.copyOf(found);
    }

    /** @param review null while classification is away: then what was ticked is all there is to choose from */
    static RulingForm of(Stated stated, @Nullable Review review, Effect effect) {
        Map<String, TermChoice> choices = new LinkedHashMap<>();
        if (review != null) {
            review.candidates().forEach(candidate -> choices.putIfAbsent(candidate.term(), TermChoice.of(candidate)));
            Ruling holds = review.ruling();
            if (holds != null) {
                holds.terms().forEach(term -> choices.putIfAbsent(term, TermChoice.of(term)));
            }
        }
        stated.terms().forEach(term -> choices.putIfAbsent(term, TermChoice.of(term)));
        return new RulingForm(stated, placed(choices.values(), 0, stated), List.of(), null, effect, null, null, null);
    }

    private static List<TermChoice> placed(Iterable<TermChoice> choices, int first, Stated stated) {
        List<TermChoice> placed = new ArrayList<>();
        for (TermChoice choice : choices) {
            placed.add(choice.at(first + placed.size(), stated.terms().contains(choice.term())));
        }
        return placed;
    }

    RulingForm finding(List<Term> terms) {
        List<TermChoice> more = terms.stream()
                .filter(term -> term.category() != null)
                .filter(term ->
                        choices.stream().noneMatch(choice -> choice.term().equals(term.id())))
                .map(TermChoice::of)
                .toList();
        return new RulingForm(
                stated,
                choices,
                placed(more, choices.size(), stated),
                more.isEmpty() ? "No other term is named or spelled like that." : null,
                effect,
                refused,
                termsViolation,
                reasonViolation);
    }

    RulingForm notFinding(String why) {
        return new RulingForm(stated, choices, List.of(), why, effect, refused, termsViolation, reasonViolation);
    }

    RulingForm refused(String why, @Nullable String terms, @Nullable String reason) {
        return new RulingForm(stated, choices, found, notFound, effect, why, terms, reason);
    }

    public int revision() {
        return stated.revision();
    }

    public boolean notAnEvent() {
        return stated.notAnEvent();
    }

    public String reason() {
        return stated.reason();
    }

    public String query() {
        return stated.query();
    }

    public int longestReason() {
        return ReadReason.LONGEST;
    }
}
