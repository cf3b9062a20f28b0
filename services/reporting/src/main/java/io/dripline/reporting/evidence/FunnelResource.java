package io.dripline.reporting.evidence;

import io.dripline.reporting.caller.ProblemExample;
import io.dripline.reporting.caller.ShowRefusals;
import io.dripline.reporting.caller.StrictJson;
import io.dripline.reporting.caller.Violations;
import io.dripline.statistics.Counts;
import io.dripline.statistics.OverdispersedFunnel;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Clinics side by side, with over-dispersion. */
@Path("/api/evidence/funnel")
@Tag(name = "Evidence", description = "What if")
@Extension(name = ShowRefusals.SAME_FOR_ALL, value = "true")
@Extension(name = ShowRefusals.WITHOUT_DATABASE, value = "true")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"clinic", "safety-officer", "auditor"})
public class FunnelResource {

    private static final int MOST_CLINICS = 10_000;

    @POST
    @Operation(
            summary = "Clinics side by side, with over-dispersion",
            description =
                    "Arcsine-transformed z-scores, winsorised by a tenth, adjusted for the variance between clinics."
                            + " Nothing is stored.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = NewFunnel.class),
                            examples = @ExampleObject(name = "Asked", value = MethodExample.FUNNEL)))
    @APIResponse(
            responseCode = "200",
            description = "What the method says",
            content =
                    @Content(
                            schema = @Schema(implementation = Funnel.class),
                            examples = @ExampleObject(name = "Answered", value = MethodExample.FUNNEL_ANSWER)))
    @APIResponse(
            responseCode = "400",
            description = "No JSON, an unknown field, or another type than expected",
            content =
                    @Content(
                            mediaType = ProblemExample.TYPE,
                            schema = @Schema(ref = ProblemExample.SCHEMA),
                            examples = @ExampleObject(name = "An unknown field", value = MethodExample.UNKNOWN_FIELD)))
    @APIResponse(
            responseCode = "422",
            description = "A number is missing or out of its range",
            content =
                    @Content(
                            mediaType = ProblemExample.TYPE,
                            schema = @Schema(ref = ProblemExample.SCHEMA),
                            examples = @ExampleObject(name = "Refused", value = MethodExample.FUNNEL_BROKEN)))
    public Funnel ask(InputStream body) {
        NewFunnel stated = StrictJson.read(body, NewFunnel.class);
        Violations violations = new Violations();
        List<Counts> clinics = StatedCounts.read(violations, "clinics", stated.clinics(), 2, MOST_CLINICS);
        violations.refuseIfAny();
        OverdispersedFunnel funnel = OverdispersedFunnel.of(clinics);
        return new Funnel(funnel.phi(), funnel.tau2(), funnel.z());
    }
}
