package io.dripline.reporting.funnel;

import io.dripline.reporting.caller.ProblemExample;
import io.dripline.reporting.incidence.AnswerIncidence;
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

/** Clinics beside one another. */
@Path("/api/funnel")
@Tag(name = "Funnel", description = "Clinics beside one another")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"safety-officer", "auditor"})
public class ClinicFunnelResource {

    private final AnswerIncidence answerIncidence;

    ClinicFunnelResource(AnswerIncidence answerIncidence) {
        this.answerIncidence = answerIncidence;
    }

    @GET
    @Operation(
            summary = "Each clinic's rate against that of all, with over-dispersion",
            description = "Arcsine-transformed z-scores, winsorised by a tenth, adjusted for how much clinics differ"
                    + " (Spiegelhalter 2005). Weeks are inclusive. Sessions and courses of one patient are not independent;"
                    + " FIRST_COURSE compares patients.")
    @APIResponse(
            responseCode = "200",
            description = "One row a clinic with exposures; a remark where they cannot be compared",
            content =
                    @Content(
                            schema = @Schema(implementation = ClinicFunnel.class),
                            examples = @ExampleObject(name = "Four clinics", value = ClinicFunnelExample.ANSWER)))
    @APIResponse(
            responseCode = "400",
            description = "A parameter is unknown or not readable",
            content =
                    @Content(
                            mediaType = ProblemExample.TYPE,
                            schema = @Schema(ref = ProblemExample.SCHEMA),
                            examples =
                                    @ExampleObject(name = "One clinic alone", value = ClinicFunnelExample.MALFORMED)))
    @APIResponse(
            responseCode = "403",
            description = "Only officers and auditors see every clinic",
            content =
                    @Content(
                            mediaType = ProblemExample.TYPE,
                            schema = @Schema(ref = ProblemExample.SCHEMA),
                            examples = @ExampleObject(name = "Another role", value = ProblemExample.OTHER_ROLE)))
    @APIResponse(
            responseCode = "422",
            description = "The weeks end before they begin",
            content =
                    @Content(
                            mediaType = ProblemExample.TYPE,
                            schema = @Schema(ref = ProblemExample.SCHEMA),
                            examples =
                                    @ExampleObject(
                                            name = "Weeks in the wrong order",
                                            value = ClinicFunnelExample.BROKEN)))
    @Parameter(
            name = "measure",
            in = ParameterIn.QUERY,
            description = "ANY (the default), SERIOUS, a category, or the id of a measure or term")
    @Parameter(name = "unit", in = ParameterIn.QUERY, description = "SESSION (the default), COURSE or FIRST_COURSE")
    @Parameter(name = "route", in = ParameterIn.QUERY, description = "A route or UNSTATED")
    @Parameter(name = "formulation", in = ParameterIn.QUERY, description = "A formulation or UNSTATED")
    @Parameter(name = "regimen", in = ParameterIn.QUERY, description = "SINGLE, MULTIPLE or UNSTATED")
    @Parameter(name = "indication", in = ParameterIn.QUERY, description = "An indication or UNSTATED")
    @Parameter(name = "doseBand", in = ParameterIn.QUERY, description = "A planned dose band or UNSTATED")
    @Parameter(name = "ascertainment", in = ParameterIn.QUERY, description = "CHECKLIST, SPONTANEOUS or UNSTATED")
    @Parameter(name = "from", in = ParameterIn.QUERY, description = "First week, such as 2026-W01")
    @Parameter(name = "to", in = ParameterIn.QUERY, description = "Last week, such as 2026-W47")
    public ClinicFunnel ask(@Context UriInfo uri) {
        return ClinicFunnel.of(answerIncidence.byClinic(uri.getQueryParameters()));
    }
}
