package io.dripline.reporting.dashboard.review;

import io.dripline.reporting.behalf.Answer;
import io.dripline.reporting.dashboard.layout.AnswerRefusal;
import io.dripline.reporting.dashboard.layout.ClassificationWords;
import io.dripline.reporting.dashboard.layout.Figures;
import io.dripline.reporting.dashboard.layout.Form;
import io.dripline.reporting.dashboard.layout.Frame;
import io.dripline.reporting.dashboard.layout.Frames;
import io.dripline.reporting.review.Review;
import io.dripline.reporting.review.ReviewPage;
import io.dripline.reporting.review.Reviews;
import io.dripline.reporting.review.Ruling;
import io.dripline.reporting.review.RulingPage;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** The words that wait, some words with the form of a ruling about them, and the rulings that hold. */
@Path("/reviews")
@Blocking
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"safety-officer", "auditor"})
public class ReviewPagesResource {

    private static final int NOT_FOUND = 404;
    private static final String NOT_SENT =
            "Not ruled: your session was over, so what was typed was not sent. It may still stand in the page before this one; go back to it and send it again.";

    private final Reviews reviews;
    private final RuleByForm ruleByForm;
    private final Frames frames;
    private final SecurityIdentity identity;

    ReviewPagesResource(Reviews reviews, RuleByForm ruleByForm, Frames frames, SecurityIdentity identity) {
        this.reviews = reviews;
        this.ruleByForm = ruleByForm;
        this.frames = frames;
        this.identity = identity;
    }

    @CheckedTemplate
    static final class Templates {

        private Templates() {}

        static native TemplateInstance queue(Frame frame, List<ReviewTab> tabs, QueueView queue);

        static native TemplateInstance given(Frame frame, List<ReviewTab> tabs, GivenView given);

        static native TemplateInstance words(
                Frame frame,
                WordsView view,
                @Nullable RulingForm form,
                @Nullable String done,
                @Nullable QueueLine next);
    }

    @GET
    @Operation(hidden = true)
    public Response queue(@QueryParam("after") @Nullable String after) {
        Answer<ReviewPage> answer = reviews.waiting(after);
        return html(
                ClassificationWords.status(answer),
                Templates.queue(frame("Coding review"), ReviewTab.waiting(), QueueView.of(answer, after)));
    }

    @GET
    @Path("rulings")
    @Operation(hidden = true)
    public Response given(@QueryParam("after") @Nullable String after) {
        Answer<RulingPage> answer = reviews.given(after);
        return html(
                ClassificationWords.status(answer),
                Templates.given(frame("Rulings given"), ReviewTab.given(), GivenView.of(answer, after)));
    }

    @GET
    @Path("{id}")
    @Operation(hidden = true)
    public Response words(@PathParam("id") String id, @QueryParam("done") @Nullable String done) {
        Answer<Review> review = find(id);
        if (!(review instanceof Answer.Given<Review>(Review found))) {
            return page(ClassificationWords.status(review), id, review, null, null);
        }
        RulingForm form = RulingForm.of(Stated.nothing(found), found, Effect.none(Stated.nothing(found)));
        return page(ClassificationWords.status(review), id, review, form, done(found, done));
    }

    /** Where a browser comes back to that had to sign in before its form was taken, which is then lost on the way. */
    @GET
    @Path("{id}/ruling")
    @RolesAllowed("safety-officer")
    @Operation(hidden = true)
    public Response notSent(@PathParam("id") String id) {
        Answer<Review> review = find(id);
        Review found = review instanceof Answer.Given<Review>(Review given) ? given : null;
        Stated nothing = found == null ? new Stated(0, List.of(), false, "", "", "") : Stated.nothing(found);
        return page(
                ClassificationWords.status(review),
                id,
                review,
                RulingForm.of(nothing, found, Effect.none(nothing)).refused(NOT_SENT, null, null),
                null);
    }

    /** What is ticked is shown in its effect or ruled; after a ruling the page is read anew. */
    @POST
    @Path("{id}/ruling")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed("safety-officer")
    @Operation(hidden = true)
    public Response rule(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            InputStream body) {
        Form form = Form.read(contentType, body, Stated.FIELDS, Stated.TICKED);
        Stated stated = Stated.by(form);
        Answer<Review> review = find(id);
        return switch (form.text("go")) {
            case "rule" -> answer(id, ruleByForm.rule(id, stated, review));
            case "find" ->
                page(ClassificationWords.status(review), id, review, ruleByForm.find(id, stated, review), null);
            default -> page(ClassificationWords.status(review), id, review, ruleByForm.show(id, stated, review), null);
        };
    }

    private Response answer(String id, RuleByForm.Outcome outcome) {
        return switch (outcome) {
            case RuleByForm.Outcome.Done(var ruling) ->
                Response.seeOther(UriBuilder.fromPath("/reviews/{id}")
                                .queryParam("done", ruling.revision())
                                .build(id))
                        .build();
            case RuleByForm.Outcome.Again(int status, RulingForm form) ->
                page(status, id, reviews.find(id), form, null);
        };
    }

    private Response page(
            int status, String id, Answer<Review> review, @Nullable RulingForm form, @Nullable String done) {
        WordsView view = WordsView.of(id, review, reviews.history(id));
        boolean officer = identity.hasRole("safety-officer");
        return html(
                status,
                Templates.words(
                        frame("Review: " + view.title()),
                        view,
                        officer ? form : null,
                        done,
                        done == null ? null : next(id)));
    }

    /** What an address says that was done; it may be an old one, or anybody's. */
    private static @Nullable String done(Review review, @Nullable String revision) {
        Ruling holds = review.ruling();
        if (holds == null || !Integer.toString(review.revision()).equals(revision)) {
            return null;
        }
        return "Ruled: %s. %s held the words and are coded anew, which takes some seconds."
                .formatted(ReviewWords.decision(holds.terms()), Figures.count(holds.sessionsAffected(), "session"));
    }

    private @Nullable QueueLine next(String id) {
        return QueueView.of(reviews.waiting(null), null).lines().stream()
                .filter(line -> !line.href().endsWith(id))
                .findFirst()
                .orElse(null);
    }

    private Answer<Review> find(String id) {
        Answer<Review> review = reviews.find(id);
        if (review instanceof Answer.Refused<Review> refused && refused.status() == NOT_FOUND) {
            throw HttpProblem.valueOf(Response.Status.NOT_FOUND, "Nobody reported words of this id.");
        }
        return review;
    }

    private Frame frame(String title) {
        return frames.still(title, Frames.Part.REVIEWS);
    }

    private static Response html(int status, TemplateInstance template) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                // A form that is sent says where it comes from only to where its page's policy lets it: to this origin
                // alone.
                .header("Referrer-Policy", "same-origin")
                .entity(template.render())
                .build();
    }

    /** A person gets words in place of a problem document. */
    @ServerExceptionMapper
    Response refused(HttpProblem e, HttpHeaders asked) {
        return AnswerRefusal.answer(e, asked);
    }
}
