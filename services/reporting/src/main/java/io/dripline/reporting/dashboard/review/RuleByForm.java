package io.dripline.reporting.dashboard.review;

import io.dripline.reporting.behalf.Answer;
import io.dripline.reporting.caller.ReadReason;
import io.dripline.reporting.caller.Violations;
import io.dripline.reporting.caller.Violations.Violation;
import io.dripline.reporting.dashboard.layout.ClassificationWords;
import io.dripline.reporting.review.Review;
import io.dripline.reporting.review.Reviews;
import io.dripline.reporting.review.Ruling;
import io.dripline.reporting.review.TermPage;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rules as the page's form states, or says why not and keeps what was typed. Nothing is ruled of which the page did not say before what
 * it changes.
 */
@ApplicationScoped
class RuleByForm {

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int STALE = 412;
    private static final int UNPROCESSABLE = 422;

    private final Reviews reviews;

    RuleByForm(Reviews reviews) {
        this.reviews = reviews;
    }

    /** What became of it. */
    sealed interface Outcome {

        /** It holds. */
        record Done(Ruling ruling) implements Outcome {}

        /** The page is shown again. @param status for the answer */
        record Again(int status, RulingForm form) implements Outcome {}
    }

    /** The form with what is ticked and what that would change. */
    RulingForm show(String id, Stated stated, Answer<Review> review) {
        Effect effect = stated.isDecision()
                ? Effect.of(stated, reviews.preview(id, stated.notAnEvent() ? List.of() : stated.terms()))
                : Effect.none(stated);
        return RulingForm.of(stated, found(review), effect);
    }

    /** The same, with the terms that were looked for. */
    RulingForm find(String id, Stated stated, Answer<Review> review) {
        RulingForm form = show(id, stated, review);
        if (stated.query().isEmpty()) {
            return form.notFinding("Type the name of a term, or part of it.");
        }
        return switch (reviews.terms(stated.query())) {
            case Answer.Given<TermPage>(TermPage page) -> form.finding(page.items());
            case Answer.Refused<TermPage> refused -> form.notFinding(ClassificationWords.refused(refused));
            case Answer.Away<TermPage> _ -> form.notFinding(ClassificationWords.AWAY);
        };
    }

    Outcome rule(String id, Stated stated, Answer<Review> review) {
        if (stated.revision() < 0) {
            return again(
                    UNPROCESSABLE,
                    show(id, stated.about(revision(review)), review),
                    "Not ruled: the form does not say which ruling its page showed. Look at it again, and send it again if it still holds.");
        }
        Violations wrong = new Violations();
        ReadReason.from(wrong, stated.reason());
        List<Violation> reason = Violations.namedBy(wrong.problem());
        String terms = stated.isDecision() ? null : "expected terms, or else that it is no adverse event";
        if (terms != null || !reason.isEmpty()) {
            return new Outcome.Again(
                    UNPROCESSABLE,
                    show(id, stated, review)
                            .refused(
                                    "Not ruled: something is missing or cannot be taken.",
                                    terms,
                                    reason.isEmpty() ? null : reason.getFirst().message()));
        }
        if (!stated.shown().equals(stated.decision())) {
            return again(
                    OK,
                    show(id, stated, review),
                    "Nothing is ruled yet: what is ticked has changed. See below what it changes now, and then rule.");
        }
        return switch (reviews.rule(
                id,
                stated.revision(),
                stated.notAnEvent() ? List.of() : stated.terms(),
                ReadReason.kept(stated.reason()))) {
            case Answer.Given<Ruling>(Ruling ruling) -> new Outcome.Done(ruling);
            case Answer.Away<Ruling> away ->
                again(
                        ClassificationWords.status(away),
                        show(id, stated, review),
                        "Whether it was ruled is not known: the classification service did not answer. What was typed is kept; send it again, which rules once.");
            case Answer.Refused<Ruling> refused when refused.status() == STALE -> stale(id, stated);
            case Answer.Refused<Ruling> refused
            when refused.status() == NOT_FOUND ->
                throw HttpProblem.valueOf(Response.Status.NOT_FOUND, refused.detail());
            case Answer.Refused<Ruling> refused -> refused(id, stated, review, refused);
        };
    }

    private Outcome stale(String id, Stated stated) {
        Answer<Review> now = reviews.find(id);
        Review review = found(now);
        Ruling holds = review == null ? null : review.ruling();
        String what = holds == null
                ? "Somebody else ruled since this page was loaded."
                : "%s ruled since this page was loaded: %s. %s"
                        .formatted(
                                holds.who(),
                                ReviewWords.decision(holds.terms()),
                                holds.reason() == null ? "" : "“%s”".formatted(holds.reason()));
        return again(
                STALE,
                show(id, stated.about(revision(now)), now),
                "Not ruled: %s What was typed is kept; see what it would change now, and send it again if it still holds."
                        .formatted(what));
    }

    private Outcome refused(String id, Stated stated, Answer<Review> review, Answer.Refused<Ruling> refused) {
        return new Outcome.Again(
                refused.status(),
                show(id, stated, review)
                        .refused(
                                "Not ruled. " + ClassificationWords.refused(refused),
                                about("terms", refused.violations()),
                                about("reason", refused.violations())));
    }

    private static @Nullable String about(String field, List<Violation> violations) {
        String words = violations.stream()
                .filter(violation -> violation.field().startsWith(field))
                .map(Violation::message)
                .collect(Collectors.joining("; "));
        return words.isEmpty() ? null : words;
    }

    private static Outcome again(int status, RulingForm form, String why) {
        return new Outcome.Again(status, form.refused(why, null, null));
    }

    private static int revision(Answer<Review> review) {
        Review found = found(review);
        return found == null ? 0 : found.revision();
    }

    private static @Nullable Review found(Answer<Review> review) {
        return review instanceof Answer.Given<Review>(Review found) ? found : null;
    }
}
