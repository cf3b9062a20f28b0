package io.dripline.reporting.comparison;

import io.dripline.reporting.caller.Caller;
import io.dripline.reporting.caller.ProblemExample;
import io.dripline.reporting.caller.Violations;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Observed beside published. */
@Path("/api/comparisons")
@Tag(name = "Monitors")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"clinic", "safety-officer", "auditor"})
public class ComparisonsResource {

    private static final String AS_OF = "asOf";
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final CompareMonitors compareMonitors;
    private final ReplayMonitors replayMonitors;
    private final Caller caller;
    private final Clock clock;

    ComparisonsResource(CompareMonitors compareMonitors, ReplayMonitors replayMonitors, Caller caller, Clock clock) {
        this.compareMonitors = compareMonitors;
        this.replayMonitors = replayMonitors;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "Each monitor's verdict, now or at any time; a clinic sees its own only",
            description = "As of a past time, what each monitor said then: computed from what had been coded and stored"
                    + " by then, which classification is asked for, with the monitors, nulls and alerts of then. It"
                    + " equals what was answered then, but for reports that were on their way down the line at that"
                    + " moment.")
    @Parameter(
            name = "asOf",
            in = ParameterIn.QUERY,
            description = "A past time with its offset; without it the verdicts are today's",
            example = "2026-11-22T01:02:03Z",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "A verdict each",
            content =
                    @Content(
                            schema = @Schema(implementation = Comparison[].class),
                            examples = @ExampleObject(name = "Nothing counted yet", value = ComparisonExample.LIST)))
    @APIResponse(
            responseCode = "400",
            description = "A parameter is unknown or not readable",
            content =
                    @Content(
                            mediaType = ProblemExample.TYPE,
                            schema = @Schema(ref = ProblemExample.SCHEMA),
                            examples = @ExampleObject(name = "No time", value = ComparisonExample.MALFORMED)))
    @APIResponse(
            responseCode = "422",
            description = "The time is yet to come",
            content =
                    @Content(
                            mediaType = ProblemExample.TYPE,
                            schema = @Schema(ref = ProblemExample.SCHEMA),
                            examples = @ExampleObject(name = "Tomorrow", value = ComparisonExample.BROKEN)))
    @APIResponse(
            responseCode = "503",
            description = "The database is away, or the past is asked for and classification is",
            content =
                    @Content(
                            mediaType = ProblemExample.TYPE,
                            schema = @Schema(ref = ProblemExample.SCHEMA),
                            examples = @ExampleObject(name = "Away", value = ComparisonExample.AWAY)))
    public Response list(@Context UriInfo uri) {
        Instant asOf = asOf(uri.getQueryParameters());
        String onlyClinic = caller.onlyClinic();
        Object comparisons = asOf == null
                ? compareMonitors.compareAsJson(monitor -> monitor.visibleTo(onlyClinic))
                : replayMonitors.replay(asOf, onlyClinic);
        return Response.ok(comparisons).build();
    }

    private @Nullable Instant asOf(MultivaluedMap<String, String> parameters) {
        Violations violations = new Violations();
        violations.refuseUnknown(parameters, Set.of(AS_OF));
        Instant asOf = violations
                .read(
                        AS_OF,
                        parameters.getFirst(AS_OF),
                        ComparisonsResource::time,
                        "a time with its offset, as 2026-11-22T09:00:00Z")
                .orElse(null);
        if (asOf != null && asOf.isAfter(clock.instant())) {
            violations.broken(AS_OF, "expected a time that is past, found " + asOf);
        }
        violations.refuseIfAny();
        return asOf;
    }

    private static Instant time(String text) {
        try {
            // a plus that nobody encoded
            Instant time = OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
            if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
                throw new IllegalArgumentException("expected a time of the years 1970 to 9999");
            }
            return time;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
