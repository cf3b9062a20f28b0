package io.dripline.classification.review;

import io.dripline.classification.caller.Caller;
import io.dripline.classification.caller.Role;
import io.dripline.classification.problem.Parameters;
import io.dripline.classification.problem.ProblemExample;
import io.dripline.classification.problem.Refusal;
import io.dripline.classification.recoding.PreviewRuling;
import io.dripline.classification.recoding.RulingPreview;
import io.dripline.classification.ruling.Decision;
import io.dripline.classification.ruling.KnownRulings;
import io.dripline.classification.ruling.MakeRulings;
import io.dripline.classification.ruling.NewRuling;
import io.dripline.classification.ruling.Ruling;
import io.dripline.classification.ruling.RulingExample;
import io.dripline.classification.ruling.RulingOutcome;
import io.dripline.coding.Vocabulary;
import io.dripline.coding.WordKey;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The words that wait for a person, and the person's decision. */
@Path("/reviews")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reviews", description = "Words that wait for a person; one decision for all equal words")
@APIResponse(
        responseCode = "401",
        description = "No valid token",
        content =
                @Content(
                        mediaType = ProblemExample.TYPE,
                        schema = @Schema(ref = ProblemExample.SCHEMA),
                        examples = @ExampleObject(name = "Without a token", value = ProblemExample.UNAUTHORIZED)))
@APIResponse(responseCode = "403", description = "A token without a role that may ask")
@APIResponse(responseCode = "503", description = "The database is away")
public class ReviewsResource {

    private final Reviews reviews;
    private final MakeRulings makeRulings;
    private final PreviewRuling previewRuling;
    private final KnownRulings known;
    private final Vocabulary vocabulary;
    private final Caller caller;

    ReviewsResource(
            Reviews reviews,
            MakeRulings makeRulings,
            PreviewRuling previewRuling,
            KnownRulings known,
            Vocabulary vocabulary,
            Caller caller) {
        this.reviews = reviews;
        this.makeRulings = makeRulings;
        this.previewRuling = previewRuling;
        this.known = known;
        this.vocabulary = vocabulary;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Role.SAFETY_OFFICER, Role.AUDITOR})
    @Operation(
            summary = "Words that await review, the most frequent first",
            description = "Counted in the current versions of active sessions. Words that were ruled on are gone from"
                    + " here at once.")
    @Parameter(
            name = "after",
            in = ParameterIn.QUERY,
            description = "What the page before named as next",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "1 to 200, or else 50",
            schema = @Schema(type = SchemaType.INTEGER))
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content =
                    @Content(
                            schema = @Schema(implementation = ReviewPage.class),
                            examples = @ExampleObject(name = "One item", value = ReviewExample.PAGE)))
    @APIResponse(responseCode = "400", description = "A parameter is unknown or not readable")
    public ReviewPage list(@Context UriInfo uri) throws SQLException {
        Parameters parameters = new Parameters(uri);
        int limit = parameters.limit();
        ReviewCursor after = parameters
                .read("after", "what a page named as next", ReviewCursor::of)
                .orElse(ReviewCursor.START);
        parameters.refuseIfWrong();
        return ReviewPage.of(reviews.page(after, limit + 1), limit);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.SAFETY_OFFICER, Role.AUDITOR})
    @Operation(summary = "Some words, and the ruling that holds about them")
    @APIResponse(
            responseCode = "200",
            description = "The words; the ETag is the revision of the ruling",
            headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
            content =
                    @Content(
                            schema = @Schema(implementation = Review.class),
                            examples = @ExampleObject(name = "Not ruled on", value = ReviewExample.ONE)))
    @APIResponse(responseCode = "404", description = "Nobody reported words of this id")
    public Response review(@PathParam("id") String id) throws SQLException {
        Review review = reviews.find(keyOf(id)).orElseThrow(ReviewsResource::unknown);
        return Response.ok(review)
                .header(HttpHeaders.ETAG, IfMatch.tag(review.revision()))
                .build();
    }

    @GET
    @Path("/{id}/preview")
    @RolesAllowed({Role.SAFETY_OFFICER, Role.AUDITOR})
    @Operation(
            summary = "What a ruling would change",
            description =
                    "Counted by coding the sessions that hold the words as they would be coded once it is given, at most "
                            + PreviewRuling.MOST_SESSIONS + " of them. Nothing is stored.")
    @Parameter(
            name = "terms",
            in = ParameterIn.QUERY,
            description = "Ids of terms, separated by commas; or notAnEvent instead",
            example = "dizziness",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "notAnEvent", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.BOOLEAN))
    @APIResponse(
            responseCode = "200",
            description = "What would change as of now",
            content =
                    @Content(
                            schema = @Schema(implementation = RulingPreview.class),
                            examples = @ExampleObject(name = "Words that await review", value = ReviewExample.PREVIEW)))
    @APIResponse(responseCode = "400", description = "A parameter is unknown or not readable")
    @APIResponse(responseCode = "404", description = "Nobody reported words of this id")
    @APIResponse(
            responseCode = "422",
            description = "No decision: an unknown term, none, or terms together with notAnEvent")
    public RulingPreview preview(@PathParam("id") String id, @Context UriInfo uri) throws SQLException {
        WordKey key = keyOf(id);
        List<String> terms = NewRuling.supposed(new Parameters(uri), vocabulary);
        if (reviews.find(key).isEmpty()) {
            throw unknown();
        }
        return previewRuling.of(key, terms);
    }

    @PUT
    @Path("/{id}/ruling")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.SAFETY_OFFICER)
    @Operation(
            summary = "Rule on words, for all sessions that hold them",
            description = "Past sessions are recoded in the background. A ruling is revised by another one; all"
                    + " revisions stay. With If-Match two officers cannot overwrite each other unseen.")
    @APIResponse(
            responseCode = "200",
            description = "The ruling that holds, and how many active sessions hold the words",
            headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
            content =
                    @Content(
                            schema = @Schema(implementation = Ruling.class),
                            examples = @ExampleObject(name = "A ruling", value = RulingExample.MADE)))
    @APIResponse(responseCode = "400", description = "Not readable: malformed JSON, an unknown field, another type")
    @APIResponse(responseCode = "404", description = "Nobody reported words of this id")
    @APIResponse(responseCode = "412", description = "Somebody else ruled since")
    @APIResponse(responseCode = "413", description = "Longer than 1 MiB")
    @APIResponse(responseCode = "415", description = "Not application/json")
    @APIResponse(
            responseCode = "422",
            description = "Breaks rules; names every violated field, and terms near an unknown one",
            content =
                    @Content(
                            mediaType = ProblemExample.TYPE,
                            schema = @Schema(ref = ProblemExample.SCHEMA),
                            examples = @ExampleObject(name = "An unknown term", value = ReviewExample.UNKNOWN_TERM)))
    public Response rule(
            @PathParam("id") String id,
            @Parameter(description = "The ETag of the ruling to be revised; \"0\": none yet", example = "\"0\"")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable
                    String ifMatch,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = NewRuling.class),
                                            examples = {
                                                @ExampleObject(name = "Terms", value = RulingExample.TERMS),
                                                @ExampleObject(
                                                        name = "Not an event",
                                                        value = RulingExample.NOT_AN_EVENT)
                                            }))
                    InputStream body)
            throws SQLException {
        WordKey key = keyOf(id);
        IfMatch maybeRevised = IfMatch.of(ifMatch);
        NewRuling.Stated stated = NewRuling.read(body, vocabulary);
        RulingOutcome outcome = makeRulings.make(
                key, Decision.here(stated.terms(), stated.reason(), caller.who()), maybeRevised::matches);
        known.tryToRefresh();
        return switch (outcome) {
            case RulingOutcome.Made(Ruling ruling) -> answer(ruling);
            case RulingOutcome.Unchanged(Ruling ruling) -> answer(ruling);
            case RulingOutcome.Kept(Ruling ruling) -> answer(ruling);
            case RulingOutcome.Stale(int revision) -> throw Refusal.stale(revision);
            case RulingOutcome.UnknownWords unknown -> throw unknown();
        };
    }

    private static Response answer(Ruling ruling) {
        return Response.ok(ruling)
                .header(HttpHeaders.ETAG, IfMatch.tag(ruling.revision()))
                .build();
    }

    private static WordKey keyOf(String id) {
        try {
            return new WordKey(id);
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    private static HttpProblem unknown() {
        return Refusal.unknown("Nobody reported words of this id");
    }
}
