package io.dripline.reporting.baseline;

import io.dripline.reporting.caller.Caller;
import io.dripline.reporting.caller.IfMatch;
import io.dripline.reporting.caller.ProblemExample;
import io.dripline.reporting.caller.ShowRefusals;
import io.dripline.reporting.caller.StrictJson;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The published figures, and the nulls that follow from them or that officers gave. */
@Path("/api/baselines")
@Tag(name = "Literature", description = "What was published, and what can be counted")
@Extension(name = ShowRefusals.SAME_FOR_ALL, value = "true")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"clinic", "safety-officer", "auditor"})
public class BaselinesResource {

    private final Jdbi jdbi;
    private final Baselines baselines;
    private final BaselineNulls nulls;
    private final GiveNulls giveNulls;
    private final Caller caller;

    BaselinesResource(Jdbi jdbi, Baselines baselines, BaselineNulls nulls, GiveNulls giveNulls, Caller caller) {
        this.jdbi = jdbi;
        this.baselines = baselines;
        this.nulls = nulls;
        this.giveNulls = giveNulls;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "Every published figure, as printed, with its place, its standing and its nulls",
            description =
                    "A figure of several studies together has an id that begins with pooled-; its low and high are the ends"
                            + " of their prediction interval. Who gave a null and why is told to officers and auditors only.")
    @APIResponse(
            responseCode = "200",
            description = "In the order of the catalogue, then the pooled ones; what the source does not print is null",
            content =
                    @Content(
                            schema = @Schema(implementation = BaselineDetail[].class),
                            examples = @ExampleObject(name = "One figure", value = LiteratureExample.BASELINES)))
    public List<BaselineDetail> list() {
        List<Baseline> figures = baselines.all();
        Map<String, List<BaselineNull>> byFigure = jdbi.withHandle(handle -> nulls.of(handle, figures));
        return figures.stream()
                .map(figure -> BaselineDetail.of(figure, byFigure.getOrDefault(figure.id(), List.of())))
                .map(detail -> caller.seesEveryClinic() ? detail : detail.withoutWhoAndWhy())
                .toList();
    }

    @PUT
    @Path("{id}/null")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("safety-officer")
    @Operation(
            summary = "Give a figure a null, or replace the one that it has",
            description =
                    "The former ones stay and are listed. Monitors that run keep the null that they have; those that wait"
                            + " for one start with it, and count from this week on. With If-Match two officers cannot replace each other's"
                            + " unseen; without, the last one is in force. How the events behind it were asked for and over which"
                            + " window they were counted may be stated with it: that holds in place of what the source states for"
                            + " whatever has this null, is told as the officer's word, and as an override where the source states"
                            + " otherwise.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = NewNull.class),
                            examples = {
                                @ExampleObject(name = "A number", value = LiteratureExample.NULL),
                                @ExampleObject(name = "Studies", value = LiteratureExample.NULL_OF_STUDIES)
                            }))
    @APIResponse(
            responseCode = "200",
            description = "The figure with its nulls; the ETag is the revision in force",
            headers = @Header(name = "ETag", description = "The revision", schema = @Schema(type = SchemaType.STRING)),
            content =
                    @Content(
                            schema = @Schema(implementation = BaselineDetail.class),
                            examples = @ExampleObject(name = "Given", value = LiteratureExample.GIVEN)))
    @APIResponse(
            responseCode = "400",
            description =
                    "No JSON, an unknown field, another type than expected, a value that it cannot have, or an If-Match"
                            + " without quotes",
            content =
                    @Content(
                            mediaType = ProblemExample.TYPE,
                            schema = @Schema(ref = ProblemExample.SCHEMA),
                            examples = @ExampleObject(name = "Another type", value = LiteratureExample.NULL_MALFORMED)))
    @APIResponse(
            responseCode = "404",
            description = "No such figure",
            content =
                    @Content(
                            mediaType = ProblemExample.TYPE,
                            schema = @Schema(ref = ProblemExample.SCHEMA),
                            examples = @ExampleObject(name = "Unknown", value = LiteratureExample.UNKNOWN)))
    @APIResponse(
            responseCode = "412",
            description = "If-Match names another revision than the one in force",
            content =
                    @Content(
                            mediaType = ProblemExample.TYPE,
                            schema = @Schema(ref = ProblemExample.SCHEMA),
                            examples = @ExampleObject(name = "Stale", value = LiteratureExample.NULL_STALE)))
    @APIResponse(
            responseCode = "422",
            description = "A field is missing or out of its range",
            content =
                    @Content(
                            mediaType = ProblemExample.TYPE,
                            schema = @Schema(ref = ProblemExample.SCHEMA),
                            examples = @ExampleObject(name = "Refused", value = LiteratureExample.NULL_BROKEN)))
    public RestResponse<BaselineDetail> give(
            @Parameter(description = "The figure's id", example = "table9-hepatic") @PathParam("id") String id,
            @Parameter(
                            description =
                                    "The revision that is replaced, as nulls names it; \"0\": none that an officer gave",
                            example = "\"0\"")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable
                    String ifMatch,
            InputStream body) {
        Baseline figure = baselines.find(id).orElseThrow(() -> unknown(id));
        IfMatch mayReplace = IfMatch.optional(ifMatch);
        NewNull.Stated stated = StrictJson.read(body, NewNull.class).read();
        GiveNulls.Outcome outcome = giveNulls.give(figure, stated, caller.who(), mayReplace::matches);
        if (outcome.isStale()) {
            throw stale(outcome.revision());
        }
        return ResponseBuilder.ok(BaselineDetail.of(figure, jdbi.withHandle(handle -> nulls.of(handle, figure))))
                .tag(new EntityTag(Integer.toString(outcome.revision())))
                .build();
    }

    private static HttpProblem unknown(String id) {
        return HttpProblem.valueOf(Response.Status.NOT_FOUND, "There is no figure " + id + ".");
    }

    private static HttpProblem stale(int revision) {
        return HttpProblem.builder()
                .withStatus(Response.Status.PRECONDITION_FAILED)
                .withTitle("Precondition Failed")
                .withDetail(
                        "If-Match does not name the revision in force, which is %s.".formatted(IfMatch.tag(revision)))
                .withHeader(HttpHeaders.ETAG, IfMatch.tag(revision))
                .build();
    }
}
