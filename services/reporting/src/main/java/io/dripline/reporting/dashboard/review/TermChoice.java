package io.dripline.reporting.dashboard.review;

import io.dripline.reporting.dashboard.layout.Words;
import io.dripline.reporting.review.Candidate;
import io.dripline.reporting.review.Term;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A term to tick.
 *
 * @param key that ticks it, a digit; null where there are no more of them
 * @param term its id
 * @param about its system, and for a candidate what it was found by and how surely; empty where that is not known
 */
public record TermChoice(@Nullable String key, String term, String name, String about, boolean chosen) {

    private static final int KEYS = 9;

    static TermChoice of(Candidate candidate) {
        return new TermChoice(
                null,
                candidate.term(),
                Words.measure(candidate.term()),
                "%s · found by “%s” · %s"
                        .formatted(
                                ReviewWords.places(List.of(candidate.category())),
                                candidate.matched(),
                                ReviewWords.confidence(candidate.confidence())),
                false);
    }

    static TermChoice of(Term term) {
        return new TermChoice(
                null,
                term.id(),
                term.name(),
                term.category() == null ? "" : ReviewWords.places(List.of(term.category())),
                false);
    }

    static TermChoice of(String term) {
        return new TermChoice(null, term, term.isEmpty() ? "?" : Words.measure(term), "", false);
    }

    /** With its place among all that can be ticked, from 0. */
    TermChoice at(int place, boolean isChosen) {
        return new TermChoice(place < KEYS ? Integer.toString(place + 1) : null, term, name, about, isChosen);
    }
}
