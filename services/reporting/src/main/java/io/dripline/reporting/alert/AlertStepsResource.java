package io.dripline.reporting.alert;

import io.dripline.contracts.alert.Alert;
import io.dripline.reporting.caller.Caller;
import io.dripline.reporting.caller.IfMatch;
import io.dripline.reporting.caller.ProblemExample;
import io.dripline.reporting.caller.ShowRefusals;
import io.dripline.reporting.caller.StrictJson;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.stream.Collectors;
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
import org.jspecify.annotations.Nullable;

/** What officers do about alerts. */
@Path("/api/alerts/{id}")
@Tag(name = "Alerts")
@Produces(MediaType.APPLICATION_JSON)
@Extension(name = ShowRefusals.SAME_FOR_ALL, value = "true")
@APIResponse(
        responseCode = "400",
        description = "If-Match is no ETag, or the body is no JSON, has an unknown field or another type than expected",
        content =
                @Content(
                        mediaType = ProblemExample.TYPE,
                        schema = @Schema(ref = ProblemExample.SCHEMA),
                        examples = @ExampleObject(name = "An unknown field", value = StepExample.UNKNOWN_FIELD)))
@APIResponse(
        responseCode = "404",
        description = "There is no such alert",
        content =
                @Content(
                        mediaType = ProblemExample.TYPE,
                        schema = @Schema(ref = ProblemExample.SCHEMA),
                        examples = @ExampleObject(name = "Unknown", value = AlertExample.UNKNOWN)))
@APIResponse(
        responseCode = "412",
        description = "Somebody took a step since; read the alert again",
        content =
                @Content(
                        mediaType = ProblemExample.TYPE,
                        schema = @Schema(ref = ProblemExample.SCHEMA),
                        examples = @ExampleObject(name = "Stale", value = StepExample.STALE)))
@APIResponse(
        responseCode = "428",
        description = "Without If-Match",
        content =
                @Content(
                        mediaType = ProblemExample.TYPE,
                        schema = @Schema(ref = ProblemExample.SCHEMA),
                        examples = @ExampleObject(name = "Without If-Match", value = StepExample.WITHOUT_IF_MATCH)))
@RolesAllowed("safety-officer")
public class AlertStepsResource {

    private static final String ID = "The alert's id, a UUID";
    private static final String EXAMPLE_ID = "01931c5e-7f00-7abc-8def-0000000000ff";
    private static final String IF_MATCH = "The ETag of the alert as you read it: its version in double quotes";

    private static final String WITHOUT_IF_MATCH =
            "Send If-Match with the ETag of the alert as you read it, which is its version in double quotes.";

    private final TakeStep takeStep;
    private final DescribeAlert describe;
    private final Caller caller;

    AlertStepsResource(TakeStep takeStep, DescribeAlert describe, Caller caller) {
        this.takeStep = takeStep;
        this.describe = describe;
        this.caller = caller;
    }

    @POST
    @Path("acknowledgement")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Say that you have seen an alert",
            description = "Of an alert that nobody has acknowledged or assessed.")
    @RequestBody(
            required = false,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = NewAcknowledgement.class),
                            examples = @ExampleObject(name = "Stated", value = StepExample.ACKNOWLEDGEMENT)))
    @APIResponse(
            responseCode = "200",
            description = "The alert after the step, with its new version as the ETag",
            headers = @Header(name = "ETag", description = "The version", schema = @Schema(type = SchemaType.STRING)),
            content =
                    @Content(
                            schema = @Schema(implementation = AlertDetail.class),
                            examples = @ExampleObject(name = "Acknowledged", value = AlertExample.ACKNOWLEDGED)))
    @APIResponse(
            responseCode = "409",
            description = "The step does not follow what the alert has come to",
            content =
                    @Content(
                            mediaType = ProblemExample.TYPE,
                            schema = @Schema(ref = ProblemExample.SCHEMA),
                            examples = @ExampleObject(name = "Out of turn", value = StepExample.ACKNOWLEDGED_ALREADY)))
    public RestResponse<AlertDetail> acknowledge(
            @Parameter(description = ID, example = EXAMPLE_ID) @PathParam("id") String id,
            @Parameter(description = IF_MATCH, required = true, example = "\"1\"")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable
                    String ifMatch,
            InputStream body) {
        IfMatch ofVersion = IfMatch.required(ifMatch, WITHOUT_IF_MATCH);
        StrictJson.readOrEmpty(body, NewAcknowledgement.class);
        return answer(id, ofVersion, new NextStep.Acknowledge());
    }

    @POST
    @Path("assessment")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Say what an alert was found to be",
            description =
                    "Acknowledges too, where nobody has. Assessing again revises, until the alert is closed; the history keeps each.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = NewAssessment.class),
                            examples = @ExampleObject(name = "Stated", value = StepExample.ASSESSMENT)))
    @APIResponse(
            responseCode = "200",
            description = "The alert after the step, with its new version as the ETag",
            headers = @Header(name = "ETag", description = "The version", schema = @Schema(type = SchemaType.STRING)),
            content =
                    @Content(
                            schema = @Schema(implementation = AlertDetail.class),
                            examples = @ExampleObject(name = "Assessed", value = AlertExample.ASSESSED)))
    @APIResponse(
            responseCode = "409",
            description = "The step does not follow what the alert has come to",
            content =
                    @Content(
                            mediaType = ProblemExample.TYPE,
                            schema = @Schema(ref = ProblemExample.SCHEMA),
                            examples = @ExampleObject(name = "Out of turn", value = StepExample.CLOSED_ALREADY)))
    @APIResponse(
            responseCode = "422",
            description = "Something is missing or too long",
            content =
                    @Content(
                            mediaType = ProblemExample.TYPE,
                            schema = @Schema(ref = ProblemExample.SCHEMA),
                            examples = @ExampleObject(name = "Refused", value = StepExample.ASSESSMENT_BROKEN)))
    public RestResponse<AlertDetail> assess(
            @Parameter(description = ID, example = EXAMPLE_ID) @PathParam("id") String id,
            @Parameter(description = IF_MATCH, required = true, example = "\"1\"")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable
                    String ifMatch,
            InputStream body) {
        IfMatch ofVersion = IfMatch.required(ifMatch, WITHOUT_IF_MATCH);
        return answer(id, ofVersion, StrictJson.read(body, NewAssessment.class).read());
    }

    @POST
    @Path("closure")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Say that nothing more is to be done",
            description =
                    "Of an alert that was assessed or superseded. It stays in force: its monitor goes on to exceed, and raises no other.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = NewClosure.class),
                            examples = @ExampleObject(name = "Stated", value = StepExample.CLOSURE)))
    @APIResponse(
            responseCode = "200",
            description = "The alert after the step, with its new version as the ETag",
            headers = @Header(name = "ETag", description = "The version", schema = @Schema(type = SchemaType.STRING)),
            content =
                    @Content(
                            schema = @Schema(implementation = AlertDetail.class),
                            examples = @ExampleObject(name = "Closed", value = AlertExample.CLOSED)))
    @APIResponse(
            responseCode = "409",
            description = "The step does not follow what the alert has come to",
            content =
                    @Content(
                            mediaType = ProblemExample.TYPE,
                            schema = @Schema(ref = ProblemExample.SCHEMA),
                            examples = @ExampleObject(name = "Out of turn", value = StepExample.NOT_ASSESSED)))
    @APIResponse(
            responseCode = "422",
            description = "Something is missing or too long",
            content =
                    @Content(
                            mediaType = ProblemExample.TYPE,
                            schema = @Schema(ref = ProblemExample.SCHEMA),
                            examples = @ExampleObject(name = "Refused", value = StepExample.CLOSURE_BROKEN)))
    public RestResponse<AlertDetail> close(
            @Parameter(description = ID, example = EXAMPLE_ID) @PathParam("id") String id,
            @Parameter(description = IF_MATCH, required = true, example = "\"1\"")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable
                    String ifMatch,
            InputStream body) {
        IfMatch ofVersion = IfMatch.required(ifMatch, WITHOUT_IF_MATCH);
        return answer(id, ofVersion, StrictJson.read(body, NewClosure.class).read());
    }

    private RestResponse<AlertDetail> answer(String id, IfMatch ofVersion, NextStep step) {
        StepOutcome outcome = takeStep.take(AlertsResource.parse(id), ofVersion, step, caller.who());
        return switch (outcome) {
            case StepOutcome.Taken(Alert alert) ->
                ResponseBuilder.ok(describe.describe(alert)).tag(tag(alert)).build();
            case StepOutcome.Stale(Alert alert) -> throw stale(alert);
            case StepOutcome.OutOfTurn(Alert alert) -> throw outOfTurn(step, alert);
            case StepOutcome.Unknown _ -> throw AlertsResource.unknown(id);
        };
    }

    private static HttpProblem stale(Alert alert) {
        return HttpProblem.builder()
                .withStatus(Response.Status.PRECONDITION_FAILED)
                .withTitle(Response.Status.PRECONDITION_FAILED.getReasonPhrase())
                .withDetail("If-Match does not name the alert's version, which is %s: it is %s by now."
                        .formatted(IfMatch.tag(alert.version()), alert.state()))
                .withHeader(HttpHeaders.ETAG, IfMatch.tag(alert.version()))
                .build();
    }

    private static HttpProblem outOfTurn(NextStep step, Alert alert) {
        return HttpProblem.valueOf(
                Response.Status.CONFLICT,
                "Expected an alert that is %s, found one that is %s."
                        .formatted(
                                step.follows().stream().map(Enum::name).collect(Collectors.joining(" or ")),
                                alert.state()));
    }

    private static EntityTag tag(Alert alert) {
        return new EntityTag(Integer.toString(alert.version()));
    }
}
