package io.dripline.classification.cases;

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
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The sessions behind the counts, without a person in them. */
@Path("/cases")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cases", description = "The sessions behind the counts, de-identified")
@RolesAllowed({Role.SAFETY_OFFICER, Role.AUDITOR})
public class CasesResource {

    private final ListCases listCases;
    private final SealCursors cursors;
    private final KnownMeasures knownMeasures;

    CasesResource(ListCases listCases, SealCursors cursors, KnownMeasures knownMeasures) {
        this.listCases = listCases;
        this.cursors = cursors;
        this.knownMeasures = knownMeasures;
    }

    @GET
    @Operation(
            summary = "Line listing, as it is or was at any time",
            description = "A line is one exposure of the unit: a session, or a course with the events of all its"
                    + " sessions. With a measure the lines are those that incidence counts as affected, with"
                    + " possible=true also those that only await review; without one, all that reported an event. A"
                    + " week stands for the date, a number of this listing for the patient. A page may be short: next"
                    + " says whether there is more.")
    @Parameter(
            name = "measure",
            in = ParameterIn.QUERY,
            description = "ANY, SERIOUS, a category, or the id of a measure or term",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "possible", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.BOOLEAN))
    @Parameter(name = "unit", in = ParameterIn.QUERY, schema = @Schema(implementation = Unit.class))
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
            description = "Any past time: what was stored then; words that were erased since are null",
            example = "2026-11-22T01:02:03Z",
            schema = @Schema(type = SchemaType.STRING))
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
            description = "A page, by start",
            content =
                    @Content(
                            schema = @Schema(implementation = CasePage.class),
                            examples = @ExampleObject(name = "One case", value = CaseExample.PAGE)))
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
    public CasePage list(@Context UriInfo uri) throws SQLException {
        Parameters parameters = new Parameters(uri);
        Optional<String> measure = parameters.read("measure", KnownMeasures.EXPECTED, knownMeasures::require);
        boolean possible = parameters.flag("possible");
        Unit unit = parameters.oneOf("unit", Unit.class).map(Unit::valueOf).orElse(Unit.SESSION);
        Cohort cohort = Cohort.of(parameters);
        IsoWeek from = parameters
                .read("from", "an ISO week such as 2026-W47", IsoWeek::parse)
                .orElse(null);
        IsoWeek to = parameters
                .read("to", "an ISO week such as 2026-W47", IsoWeek::parse)
                .orElse(null);
        if (from != null && to != null && from.compareTo(to) > 0) {
            parameters.broken("from", "expected a week not after to");
        }
        Optional<CaseCursor> after = parameters.read("after", "what a page named as next", cursors::openCases);
        Instant asOf = asOf(parameters, after, listCases.now());
        int limit = parameters.limit();
        parameters.refuseIfWrong();
        CaseQuestion question = new CaseQuestion(measure.orElse(null), possible, unit, cohort, from, to, asOf);
        return listCases.page(question, after.orElseGet(() -> ListCases.start(question)), limit);
    }

    /** A listing keeps to the time of its first page. */
    private static Instant asOf(Parameters parameters, Optional<CaseCursor> after, Instant now) {
        Optional<Instant> stated = parameters.time("asOf");
        if (stated.isPresent() && stated.get().isAfter(now)) {
            parameters.broken("asOf", "expected a time that is past");
        }
        if (stated.isPresent()
                && after.isPresent()
                && !stated.get().equals(after.get().asOf())) {
            parameters.broken("asOf", "expected that of the page before");
        }
        return after.map(CaseCursor::asOf).or(() -> stated).orElse(now);
    }
}
