package io.dripline.reporting.review;

import io.dripline.reporting.behalf.Answer;
import io.dripline.reporting.behalf.AskOnBehalf;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** The words that wait and the rulings about them, asked of classification for whoever is signed in. Nothing of it is kept here. */
@ApplicationScoped
public class Reviews {

    /** How many a page has. */
    public static final int PAGE = 50;

    private static final String SERVICE = "classification";
    /** What can be looked over at a glance. */
    private static final int MOST_TERMS = 12;
    /** Revisions of one ruling; who revises more often than this reads the rest in the list. */
    private static final int MOST_REVISIONS = 50;

    private final AskReviews classification;
    private final AskOnBehalf onBehalf;

    Reviews(@RestClient AskReviews classification, AskOnBehalf onBehalf) {
        this.classification = classification;
        this.onBehalf = onBehalf;
    }

    /** The words that wait, the most frequent first. @param after what a page named as next, null for the first */
    public Answer<ReviewPage> waiting(@Nullable String after) {
        return ask(token -> classification.waiting(token, after, PAGE));
    }

    /** Some words; refused with 404 where nobody reported any of this id. */
    public Answer<Review> find(String id) {
        return ask(token -> classification.review(token, id));
    }

    /** What a ruling would change. @param terms none: no adverse event */
    public Answer<RulingPreview> preview(String id, List<String> terms) {
        boolean notAnEvent = terms.isEmpty();
        return ask(token -> classification.preview(
                token, id, notAnEvent ? null : String.join(",", terms), notAnEvent ? true : null));
    }

    /** Rules; refused with 412 where another revision holds than {@code revision}, which is 0 where none is expected to. */
    public Answer<Ruling> rule(String id, int revision, List<String> terms, String reason) {
        NewRuling ruling = terms.isEmpty() ? new NewRuling(null, true, reason) : new NewRuling(terms, null, reason);
        return ask(token -> classification.rule(token, "\"%d\"".formatted(revision), id, ruling));
    }

    /** Every revision about some words, the latest first. */
    public Answer<RulingPage> history(String id) {
        return ask(token -> classification.rulings(token, id, false, true, null, MOST_REVISIONS));
    }

    /** The rulings that hold, the latest first. @param after what a page named as next, null for the first */
    public Answer<RulingPage> given(@Nullable String after) {
        return ask(token -> classification.rulings(token, null, true, true, after, PAGE));
    }

    /** Terms that are named or spelled so, the best first. */
    public Answer<TermPage> terms(String query) {
        return ask(token -> classification.terms(token, query, MOST_TERMS));
    }

    private <T> Answer<T> ask(Function<String, T> question) {
        return onBehalf.ask(SERVICE, question);
    }
}
