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
import java.time.LocalDate;
import java.time.temporal.IsoFields;
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

/** The line listing as it may leave the system. */
@Path("/cases/export")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cases", description = "The sessions behind the counts, de-identified")
@RolesAllowed({Role.SAFETY_OFFICER, Role.AUDITOR})
public class ExportResource {

    private final ExportCases exportCases;
    private final StoredSessions sessions;
    private final SealCursors cursors;
    private final KnownMeasures knownMeasures;

    ExportResource(ExportCases exportCases, StoredSessions sessions, SealCursors cursors, KnownMeasures knownMeasures) {
        this.exportCases = exportCases;
        this.sessions = sessions;
        this.cursors = cursors;
        this.knownMeasures = knownMeasures;
    }

    @GET
    @Operation(
            summary = "Line listing for others, by the HIPAA safe harbour",
            description =
                    "The lines of /cases without what the safe harbour lists: a year stands for the date, and there are"
                            + " no clinics, ids or words. It can be asked for by year only, and not for one clinic. The order is"
                            + " drawn anew for each export and tells no date, and its pages go on here alone, not in /cases. A"
                            + " page may be short: next says whether there is more.")
    @Parameter(
            name = "measure",
            in = ParameterIn.QUERY,
            description = "ANY, SERIOUS, a category, or the id of a measure or term",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "possible", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.BOOLEAN))
    @Parameter(name = "unit", in = ParameterIn.QUERY, schema = @Schema(implementation = Unit.class))
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
            name = "year",
            in = ParameterIn.QUERY,
            description = "Year of start, by ISO week",
            example = "2026",
            schema = @Schema(type = SchemaType.INTEGER))
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
                            schema = @Schema(implementation = DeidentifiedPage.class),
                            examples = @ExampleObject(name = "One case", value = CaseExample.EXPORT)))
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
    @APIResponse(responseCode = "422", description = "One clinic is asked for")
    @APIResponse(responseCode = "503", description = "The database is away")
    public DeidentifiedPage export(@Context UriInfo uri) throws SQLException {
        Parameters parameters = new Parameters(uri);
        Optional<String> measure = parameters.read("measure", KnownMeasures.EXPECTED, knownMeasures::require);
        boolean possible = parameters.flag("possible");
        Unit unit = parameters.oneOf("unit", Unit.class).map(Unit::valueOf).orElse(Unit.SESSION);
        Cohort cohort = Cohort.of(parameters);
        if (cohort.value("clinic") != null) {
            parameters.broken("clinic", "expected none: a clinic is a place, and a file about one names it");
        }
        Optional<Integer> year = parameters.read("year", "a year such as 2026", ExportResource::year);
        CaseQuestion question = new CaseQuestion(
                measure.orElse(null),
                possible,
                unit,
                cohort,
                year.map(y -> new IsoWeek(y, 1)).orElse(null),
                year.map(y -> new IsoWeek(y, weeksOf(y))).orElse(null),
                sessions.now());
        Optional<ExportCursor> after = parameters.read(
                "after",
                "what a page of an export named as next, with the question that it was named for",
                text -> cursors.openExport(text, question));
        int limit = parameters.limit();
        parameters.refuseIfWrong();
        ExportCursor reached = after.orElseGet(() -> ExportCursor.start(question.asOf()));
        return exportCases.page(question.asOf(reached.asOf()), reached, limit);
    }

    private static int year(String text) {
        int year = Integer.parseInt(text);
        if (year < 2000 || year > 9998) {
            throw new IllegalArgumentException("expected a year from 2000 on");
        }
        return year;
    }

    private static int weeksOf(int year) {
        return (int) IsoFields.WEEK_OF_WEEK_BASED_YEAR
                .rangeRefinedBy(LocalDate.of(year, 7, 1))
                .getMaximum();
    }
}
