package io.dripline.reporting.incidence;

import io.dripline.reporting.caller.ProblemExample;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Observed rates. */
@Path("/api/incidence")
@Tag(name = "Incidence", description = "How often events were observed")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"clinic", "safety-officer", "auditor"})
public class IncidenceResource {

    private final AnswerIncidence answerIncidence;

    IncidenceResource(AnswerIncidence answerIncidence) {
        this.answerIncidence = answerIncidence;
    }

    @GET
    @Operation(
            summary = "Observed rates with their exact and Wilson 95 % intervals",
            description =
                    "Weeks are inclusive. Without `by` there is always one row. A clinic sees its own numbers only.")
    @APIResponse(
            responseCode = "200",
            description = "One row, or one for each value of by",
            content =
                    @Content(
                            schema = @Schema(implementation = Incidence.class),
                            examples = @ExampleObject(name = "All clinics", value = IncidenceExample.ANSWER)))
    @APIResponse(
            responseCode = "400",
            description = "A parameter is unknown or not readable",
            content =
                    @Content(
                            mediaType = ProblemExample.TYPE,
                            schema = @Schema(ref = ProblemExample.SCHEMA),
                            examples = @ExampleObject(name = "No such unit", value = IncidenceExample.MALFORMED)))
    @APIResponse(
            responseCode = "422",
            description = "The weeks end before they begin",
            content =
                    @Content(
                            mediaType = ProblemExample.TYPE,
                            schema = @Schema(ref = ProblemExample.SCHEMA),
                            examples =
                                    @ExampleObject(name = "Weeks in the wrong order", value = IncidenceExample.BROKEN)))
    @Parameter(
            name = "measure",
            in = ParameterIn.QUERY,
            description = "ANY (the default), SERIOUS, a category, or the id of a measure or term")
    @Parameter(name = "unit", in = ParameterIn.QUERY, description = "SESSION (the default), COURSE or FIRST_COURSE")
    @Parameter(name = "clinic", in = ParameterIn.QUERY, description = "A clinic's id")
    @Parameter(name = "route", in = ParameterIn.QUERY, description = "A route or UNSTATED")
    @Parameter(name = "formulation", in = ParameterIn.QUERY, description = "A formulation or UNSTATED")
    @Parameter(name = "regimen", in = ParameterIn.QUERY, description = "SINGLE, MULTIPLE or UNSTATED")
    @Parameter(name = "indication", in = ParameterIn.QUERY, description = "An indication or UNSTATED")
    @Parameter(name = "doseBand", in = ParameterIn.QUERY, description = "A planned dose band or UNSTATED")
    @Parameter(name = "ascertainment", in = ParameterIn.QUERY, description = "CHECKLIST, SPONTANEOUS or UNSTATED")
    @Parameter(name = "from", in = ParameterIn.QUERY, description = "First week, such as 2026-W01")
    @Parameter(name = "to", in = ParameterIn.QUERY, description = "Last week, such as 2026-W47")
    @Parameter(
            name = "by",
            in = ParameterIn.QUERY,
            description = "week, clinic or any other filter's name; nothing adds up all")
    public Incidence ask(@Context UriInfo uri) {
        return answerIncidence.of(uri.getQueryParameters());
    }
}
