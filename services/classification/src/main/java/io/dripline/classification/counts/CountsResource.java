package io.dripline.classification.counts;

import io.dripline.classification.caller.Role;
import io.dripline.classification.cohort.Cohort;
import io.dripline.classification.cohort.KnownMeasures;
import io.dripline.classification.problem.Parameters;
import io.dripline.classification.problem.ProblemExample;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.Regimen;
import io.dripline.contracts.incidence.Unit;
import io.dripline.contracts.session.Ascertainment;
import io.dripline.contracts.session.Route;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What is stored, counted again. */
@Path("/counts")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Counts", description = "What is stored, counted again as of any time")
@RolesAllowed({Role.SAFETY_OFFICER, Role.AUDITOR, Role.COUNTS_READER})
public class CountsResource {

    private static final int AT_ONCE = 2;
    private static final int AGAIN_AFTER_SECONDS = 5;

    private final Semaphore turns = new Semaphore(AT_ONCE);
    private final CountStored countStored;
    private final KnownMeasures knownMeasures;

    CountsResource(CountStored countStored, KnownMeasures knownMeasures) {
        this.countStored = countStored;
        this.knownMeasures = knownMeasures;
    }

    @GET
    @Operation(
            summary = "Cells counted from what is stored, as they are or were at any time",
            description = "What incidence counts, counted from the stored codings by the same rules. Every cell that is"
                    + " asked for comes in one answer; the whole table is read for it, so it takes seconds where there"
                    + " are many sessions.")
    @Parameter(
            name = "unit",
            in = ParameterIn.QUERY,
            description = "Or else every unit",
            schema = @Schema(implementation = Unit.class))
    @Parameter(
            name = "measures",
            in = ParameterIn.QUERY,
            description = "Whose counts the cells hold, separated by commas: " + KnownMeasures.EXPECTED
                    + "; or else all of them",
            example = "CNS,GI",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "clinic", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "route", in = ParameterIn.QUERY, schema = @Schema(implementation = Route.class))
    @Parameter(
            name = "formulation",
            in = ParameterIn.QUERY,
            description = "Or UNSTATED",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "regimen", in = ParameterIn.QUERY, schema = @Schema(implementation = Regimen.class))
    @Parameter(
            name = "indication",
            in = ParameterIn.QUERY,
            description = "Or UNSTATED",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "doseBand",
            in = ParameterIn.QUERY,
            description = "Or UNSTATED",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "ascertainment", in = ParameterIn.QUERY, schema = @Schema(implementation = Ascertainment.class))
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            description = "First ISO week of start",
            example = "2026-W01",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            description = "Last ISO week of start",
            example = "2026-W47",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "asOf",
            in = ParameterIn.QUERY,
            description = "Any past time: what was coded and stored by then, and nothing else, counts",
            example = "2026-11-22T01:02:03Z",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "receivedUntil",
            in = ParameterIn.QUERY,
            description = "Only sessions whose first version was received by then count, in their state as of asOf",
            example = "2026-11-21T23:00:00Z",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "storedUntil",
            in = ParameterIn.QUERY,
            description =
                    "Only sessions of which something was coded and stored by then count, in their state as of asOf",
            example = "2026-11-21T23:00:01Z",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "codedAfter",
            in = ParameterIn.QUERY,
            description = "The asOf of an earlier answer: nothing is counted and 304 answered if no session that may"
                    + " count was coded since",
            example = "2026-11-22T00:00:00Z",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "Every cell that is asked for",
            content =
                    @Content(
                            schema = @Schema(implementation = Counts.class),
                            examples = @ExampleObject(name = "One cell", value = CountsExample.COUNTS)))
    @APIResponse(responseCode = "304", description = "Nothing that may count was coded after codedAfter")
    @APIResponse(responseCode = "400", description = "A parameter is unknown or not readable")
    @APIResponse(
            responseCode = "401",
            description = "No valid token",
            content =
                    @Content(
                            mediaType = ProblemExample.TYPE,
                            schema = @Schema(ref = ProblemExample.SCHEMA),
                            examples = @ExampleObject(name = "Without a token", value = ProblemExample.UNAUTHORIZED)))
    @APIResponse(responseCode = "403", description = "A token without a role that may ask")
    @APIResponse(responseCode = "422", description = "The weeks end before they begin, or asOf is yet to come")
    @APIResponse(responseCode = "503", description = "The database is away")
    public RestResponse<Counts> count(@Context UriInfo uri) throws SQLException {
        Parameters parameters = new Parameters(uri);
        Optional<Unit> unit = parameters.oneOf("unit", Unit.class).map(Unit::valueOf);
        Set<String> measures = parameters
                .read(
                        "measures",
                        "names separated by commas, each " + KnownMeasures.EXPECTED,
                        text -> Arrays.stream(text.split(",", -1))
                                .map(knownMeasures::require)
                                .collect(Collectors.toSet()))
                .orElse(Set.of());
        Cohort cohort = Cohort.of(parameters);
        IsoWeek from = week(parameters, "from");
        IsoWeek to = week(parameters, "to");
        if (from != null && to != null && from.compareTo(to) > 0) {
            parameters.broken("from", "expected a week not after to");
        }
        Instant now = countStored.now();
        Optional<Instant> asOf = parameters.time("asOf");
        if (asOf.isPresent() && asOf.get().isAfter(now)) {
            parameters.broken("asOf", "expected a time that is past");
        }
        Optional<Instant> receivedUntil = parameters.time("receivedUntil");
        Optional<Instant> storedUntil = parameters.time("storedUntil");
        Optional<Instant> codedAfter = parameters.time("codedAfter");
        parameters.refuseIfWrong();
        CountQuestion question = new CountQuestion(
                unit.orElse(null),
                measures,
                cohort,
                from,
                to,
                asOf.orElse(now),
                receivedUntil.orElse(null),
                storedUntil.orElse(null));
        if (codedAfter.isPresent() && !countStored.codedAfter(codedAfter.get(), question)) {
            return RestResponse.notModified();
        }
        return RestResponse.ok(countInTurn(question));
    }

    /** Who asks about the past must not take what codes the present: its connections and its time. */
    private Counts countInTurn(CountQuestion question) throws SQLException {
        if (!turns.tryAcquire()) {
            throw HttpProblem.builder()
                    .withStatus(Response.Status.SERVICE_UNAVAILABLE)
                    .withTitle(Response.Status.SERVICE_UNAVAILABLE.getReasonPhrase())
                    .withDetail("The past is being counted for others; ask again soon.")
                    .withHeader("Retry-After", AGAIN_AFTER_SECONDS)
                    .build();
        }
        try {
            return countStored.count(question);
        } finally {
            turns.release();
        }
    }

    private static @Nullable IsoWeek week(Parameters parameters, String name) {
        return parameters
                .read(name, "an ISO week such as 2026-W47", IsoWeek::parse)
                .orElse(null);
    }
}
