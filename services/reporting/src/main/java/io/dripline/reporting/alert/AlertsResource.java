package io.dripline.reporting.alert;

import io.dripline.contracts.alert.Alert;
import io.dripline.reporting.caller.Caller;
import io.dripline.reporting.caller.ProblemExample;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jdbi.v3.core.Jdbi;

/** Latched alerts. */
@Path("/api/alerts")
@Tag(name = "Alerts", description = "What was found in excess, and what people made of it")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"clinic", "safety-officer", "auditor"})
public class AlertsResource {

    private final Jdbi jdbi;
    private final Alerts alerts;
    private final SummariseAlert summaries;
    private final DescribeAlert describe;
    private final Caller caller;

    AlertsResource(Jdbi jdbi, Alerts alerts, SummariseAlert summaries, DescribeAlert describe, Caller caller) {
        this.jdbi = jdbi;
        this.alerts = alerts;
        this.summaries = summaries;
        this.describe = describe;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Every alert, the newest first; a clinic sees its own only")
    @APIResponse(
            responseCode = "200",
            description = "The newest first",
            content =
                    @Content(
                            schema = @Schema(implementation = AlertSummary[].class),
                            examples = @ExampleObject(name = "One alert", value = AlertExample.LIST)))
    public List<AlertSummary> list() {
        String onlyClinic = caller.onlyClinic();
        return jdbi.withHandle(alerts::all).stream()
                .map(summaries::summarise)
                .filter(alert -> alert.visibleTo(onlyClinic))
                .toList();
    }

    @GET
    @Path("{id}")
    @Operation(
            summary = "One alert with its evidence, trajectory, second opinions and history",
            description = "Second opinions and figures exceeded are those of the counts at the crossing; "
                    + "/api/comparisons tells those of now.")
    @APIResponse(
            responseCode = "200",
            description = "With its version as the ETag",
            headers = @Header(name = "ETag", description = "The version", schema = @Schema(type = SchemaType.STRING)),
            content =
                    @Content(
                            schema = @Schema(implementation = AlertDetail.class),
                            examples = @ExampleObject(name = "As it was raised", value = AlertExample.DETAIL)))
    @APIResponse(
            responseCode = "404",
            description = "Unknown, or not the clinic's own",
            content =
                    @Content(
                            mediaType = ProblemExample.TYPE,
                            schema = @Schema(ref = ProblemExample.SCHEMA),
                            examples = @ExampleObject(name = "Unknown", value = AlertExample.UNKNOWN)))
    public RestResponse<AlertDetail> get(
            @Parameter(description = "The alert's id, a UUID", example = "01931c5e-7f00-7abc-8def-0000000000ff")
                    @PathParam("id")
                    String id) {
        String onlyClinic = caller.onlyClinic();
        Alert alert = jdbi.withHandle(handle -> alerts.find(handle, parse(id)))
                .filter(found -> summaries.summarise(found).visibleTo(onlyClinic))
                .orElseThrow(() -> unknown(id));
        return ResponseBuilder.ok(describe.describe(alert))
                .tag(new EntityTag(Integer.toString(alert.version())))
                .build();
    }

    static UUID parse(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw unknown(id);
        }
    }

    static HttpProblem unknown(String id) {
        return HttpProblem.valueOf(Response.Status.NOT_FOUND, "There is no alert " + id + ".");
    }
}
