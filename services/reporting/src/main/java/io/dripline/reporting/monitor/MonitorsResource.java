package io.dripline.reporting.monitor;

import io.dripline.reporting.baseline.Baselines;
import io.dripline.reporting.caller.Caller;
import io.dripline.reporting.caller.ProblemExample;
import io.dripline.reporting.caller.ReadReason;
import io.dripline.reporting.caller.ShowRefusals;
import io.dripline.reporting.caller.StrictJson;
import io.dripline.reporting.caller.Violations;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
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

/** What is watched. */
@Path("/api/monitors")
@Tag(name = "Monitors", description = "What is watched, and what it says")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"clinic", "safety-officer", "auditor"})
public class MonitorsResource {

    private final Jdbi jdbi;
    private final Monitors monitors;
    private final MonitorSteps steps;
    private final MakeMonitors makeMonitors;
    private final RetireMonitors retireMonitors;
    private final Baselines baselines;
    private final Caller caller;

    MonitorsResource(
            Jdbi jdbi,
            Monitors monitors,
            MonitorSteps steps,
            MakeMonitors makeMonitors,
            RetireMonitors retireMonitors,
            Baselines baselines,
            Caller caller) {
        this.jdbi = jdbi;
        this.monitors = monitors;
        this.steps = steps;
        this.makeMonitors = makeMonitors;
        this.retireMonitors = retireMonitors;
        this.baselines = baselines;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Every monitor; a clinic sees its own only")
    @APIResponse(
            responseCode = "200",
            description = "Retired ones included",
            content =
                    @Content(
                            schema = @Schema(implementation = Monitor[].class),
                            examples = @ExampleObject(name = "One monitor", value = MonitorExample.LIST)))
    public List<Monitor> list() {
        String onlyClinic = caller.onlyClinic();
        return jdbi.withHandle(monitors::all).stream()
                .filter(monitor -> monitor.visibleTo(onlyClinic))
                .toList();
    }

    @GET
    @Path("{id}")
    @Operation(
            summary = "One monitor with who made it, who retired it, when and why",
            description = "Who made, started or retired it and why is told to officers and auditors only.")
    @APIResponse(
            responseCode = "200",
            description = "The oldest step first",
            content =
                    @Content(
                            schema = @Schema(implementation = MonitorDetail.class),
                            examples = @ExampleObject(name = "One that started", value = MonitorExample.DETAIL)))
    @APIResponse(
            responseCode = "404",
            description = "Unknown, or not the clinic's own",
            content =
                    @Content(
                            mediaType = ProblemExample.TYPE,
                            schema = @Schema(ref = ProblemExample.SCHEMA),
                            examples = @ExampleObject(name = "Unknown", value = MonitorExample.UNKNOWN)))
    public MonitorDetail get(
            @Parameter(description = "The monitor's id", example = "table8-lumanauw-dizziness-1") @PathParam("id")
                    String id) {
        String onlyClinic = caller.onlyClinic();
        return jdbi.withHandle(handle -> monitors.find(handle, id)
                        .filter(monitor -> monitor.visibleTo(onlyClinic))
                        .map(monitor -> MonitorDetail.of(monitor, steps.of(handle, id))))
                .map(detail -> onlyClinic == null ? detail : detail.withoutWhoAndWhy())
                .orElseThrow(() -> unknown(id));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("safety-officer")
    @Extension(name = ShowRefusals.SAME_FOR_ALL, value = "true")
    @Operation(
            summary = "Make a monitor",
            description =
                    "It takes the figure's null in force, for good; without one it holds its share and waits for the first"
                            + " that an officer gives. All but its status is fixed from then on, and its share of alpha is spent. It is"
                            + " judged at once on what is counted.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = NewMonitor.class),
                            examples = @ExampleObject(name = "Dizziness, intravenous", value = MonitorExample.NEW)))
    @APIResponse(
            responseCode = "201",
            description = "Made",
            headers =
                    @Header(
                            name = "Location",
                            description = "The monitor's address",
                            schema = @Schema(type = SchemaType.STRING)),
            content =
                    @Content(
                            schema = @Schema(implementation = MonitorDetail.class),
                            examples = @ExampleObject(name = "Made", value = MonitorExample.MADE)))
    @APIResponse(
            responseCode = "400",
            description = "No JSON, an unknown field or dimension, or a value that it cannot have",
            content =
                    @Content(
                            mediaType = ProblemExample.TYPE,
                            schema = @Schema(ref = ProblemExample.SCHEMA),
                            examples = @ExampleObject(name = "An unknown dimension", value = MonitorExample.MALFORMED)))
    @APIResponse(
            responseCode = "409",
            description = "One that is not retired watches exactly this; its address is the Location",
            content =
                    @Content(
                            mediaType = ProblemExample.TYPE,
                            schema = @Schema(ref = ProblemExample.SCHEMA),
                            examples = @ExampleObject(name = "The same again", value = MonitorExample.SAME)))
    @APIResponse(
            responseCode = "422",
            description = "A field is missing or out of its range, or the share is more than what is left",
            content =
                    @Content(
                            mediaType = ProblemExample.TYPE,
                            schema = @Schema(ref = ProblemExample.SCHEMA),
                            examples = @ExampleObject(name = "Refused", value = MonitorExample.BROKEN)))
    public RestResponse<MonitorDetail> make(InputStream body) {
        NewMonitor.Stated stated = StrictJson.read(body, NewMonitor.class).read(baselines);
        return switch (makeMonitors.make(stated, caller.who())) {
            case MakeMonitors.Outcome.Made(Monitor made) ->
                ResponseBuilder.<MonitorDetail>created(address(made.id()))
                        .entity(MonitorDetail.of(made, jdbi.withHandle(handle -> steps.of(handle, made.id()))))
                        .build();
            case MakeMonitors.Outcome.TooLarge(BigDecimal left) -> throw NewMonitor.tooLarge(stated.alphaShare(), left);
            case MakeMonitors.Outcome.Same(String monitor) -> throw same(monitor);
        };
    }

    @POST
    @Path("{id}/retirement")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("safety-officer")
    @Extension(name = ShowRefusals.SAME_FOR_ALL, value = "true")
    @Operation(
            summary = "Retire a monitor",
            description = "It judges no more and stays listed; its share of alpha stays spent, and its alert stays.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = NewRetirement.class),
                            examples = @ExampleObject(name = "Why", value = MonitorExample.RETIREMENT)))
    @APIResponse(
            responseCode = "200",
            description = "The monitor, retired",
            content =
                    @Content(
                            schema = @Schema(implementation = MonitorDetail.class),
                            examples = @ExampleObject(name = "Retired", value = MonitorExample.RETIRED)))
    @APIResponse(
            responseCode = "400",
            description = "No JSON, or an unknown field",
            content =
                    @Content(
                            mediaType = ProblemExample.TYPE,
                            schema = @Schema(ref = ProblemExample.SCHEMA),
                            examples = @ExampleObject(name = "An unknown field", value = MonitorExample.UNKNOWN_FIELD)))
    @APIResponse(
            responseCode = "404",
            description = "Unknown",
            content =
                    @Content(
                            mediaType = ProblemExample.TYPE,
                            schema = @Schema(ref = ProblemExample.SCHEMA),
                            examples = @ExampleObject(name = "Unknown", value = MonitorExample.UNKNOWN)))
    @APIResponse(
            responseCode = "409",
            description = "It was retired before, by somebody else or for another reason",
            content =
                    @Content(
                            mediaType = ProblemExample.TYPE,
                            schema = @Schema(ref = ProblemExample.SCHEMA),
                            examples = @ExampleObject(name = "Retired before", value = MonitorExample.RETIRED_BEFORE)))
    @APIResponse(
            responseCode = "422",
            description = "No reason",
            content =
                    @Content(
                            mediaType = ProblemExample.TYPE,
                            schema = @Schema(ref = ProblemExample.SCHEMA),
                            examples = @ExampleObject(name = "No reason", value = MonitorExample.NO_REASON)))
    public MonitorDetail retire(
            @Parameter(description = "The monitor's id", example = "table8-lumanauw-dizziness-1") @PathParam("id")
                    String id,
            InputStream body) {
        Violations violations = new Violations();
        String reason = ReadReason.from(
                violations, StrictJson.read(body, NewRetirement.class).reason());
        violations.refuseIfAny();
        return switch (retireMonitors.retire(id, reason, caller.who())) {
            case RetireMonitors.Outcome.Retired(Monitor monitor, List<MonitorStep> history) ->
                MonitorDetail.of(monitor, history);
            case RetireMonitors.Outcome.RetiredBefore(MonitorStep step) -> throw retiredBefore(step);
            case RetireMonitors.Outcome.Unknown unknown -> throw unknown(id);
        };
    }

    private static URI address(String id) {
        return URI.create("/api/monitors/" + id);
    }

    private static HttpProblem same(String monitor) {
        return HttpProblem.builder()
                .withStatus(Response.Status.CONFLICT)
                .withTitle("Conflict")
                .withDetail("The monitor %s watches exactly this.".formatted(monitor))
                .withHeader("Location", address(monitor).toString())
                .build();
    }

    private static HttpProblem retiredBefore(MonitorStep step) {
        return HttpProblem.valueOf(
                Response.Status.CONFLICT, "It was retired by %s at %s.".formatted(step.by(), step.at()));
    }

    private static HttpProblem unknown(String id) {
        return HttpProblem.valueOf(Response.Status.NOT_FOUND, "There is no monitor " + id + ".");
    }
}
