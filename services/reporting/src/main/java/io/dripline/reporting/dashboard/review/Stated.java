package io.dripline.reporting.dashboard.review;

import io.dripline.reporting.dashboard.layout.Form;
import io.dripline.reporting.review.Review;
import java.util.List;
import java.util.Set;

/**
 * What the form states about some words.
 *
 * @param revision of the ruling that its page showed, 0 where there was none; -1 where the form does not say
 * @param terms that were ticked
 * @param notAnEvent whether that was ticked
 * @param query for which terms were looked
 * @param shown of which decision the page said what it changes, as {@link #decision()}; empty where of none
 */
public record Stated(int revision, List<String> terms, boolean notAnEvent, String reason, String query, String shown) {

    static final Set<String> FIELDS = Set.of("go", "revision", "term", "notAnEvent", "reason", "q", "shown");
    static final Set<String> TICKED = Set.of("term");

    private static final String NO_EVENT = "not-an-event";

    public Stated {
        terms = List.copyOf(terms);
    }

    /** Nothing yet. */
    static Stated nothing(Review review) {
        return new Stated(review.revision(), List.of(), false, "", "", "");
    }

    static Stated by(Form form) {
        String revision = form.text("revision");
        return new Stated(
                revision.matches("[0-9]{1,9}") ? Integer.parseInt(revision) : -1,
                form.all("term").stream().distinct().toList(),
                !form.text("notAnEvent").isEmpty(),
                form.lines("reason"),
                form.text("q").strip(),
                form.text("shown"));
    }

    /** The same about the revision that holds now. */
    Stated about(int now) {
        return new Stated(now, terms, notAnEvent, reason, query, shown);
    }

    boolean isDecision() {
        return notAnEvent == terms.isEmpty();
    }

    /** What tells decisions apart; empty where nothing, or both, was ticked. */
    String decision() {
        if (!isDecision()) {
            return "";
        }
        return notAnEvent ? NO_EVENT : String.join(",", terms.stream().sorted().toList());
    }
}
