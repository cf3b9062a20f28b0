package io.dripline.reporting.evidence;

import io.dripline.reporting.caller.ProblemExample;
import io.dripline.reporting.caller.ShowRefusals;
import io.dripline.reporting.caller.StrictJson;
import io.dripline.reporting.caller.Violations;
import io.dripline.statistics.EBenjaminiHochberg;
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

/** Which of many e-values to name in one digest. */
@Path("/api/evidence/ebh")
@Tag(name = "Evidence", description = "What if")
@Extension(name = ShowRefusals.SAME_FOR_ALL, value = "true")
@Extension(name = ShowRefusals.WITHOUT_DATABASE, value = "true")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"clinic", "safety-officer", "auditor"})
public class EbhResource {

    private static final double STANDARD_ALPHA = 0.05;

    @POST
    @Operation(
            summary = "Which of many e-values to name in one digest",
            description =
                    "The e-value form of Benjamini and Hochberg's procedure, for current values at one stopping time."
                            + " Nothing is stored.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = NewEbh.class),
                            examples = @ExampleObject(name = "Asked", value = MethodExample.EBH)))
    @APIResponse(
            responseCode = "200",
            description = "What the method says",
            content =
                    @Content(
                            schema = @Schema(implementation = Rejections.class),
                            examples = @ExampleObject(name = "Answered", value = MethodExample.EBH_ANSWER)))
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
                            examples = @ExampleObject(name = "Refused", value = MethodExample.EBH_BROKEN)))
    public Rejections ask(InputStream body) {
        NewEbh stated = StrictJson.read(body, NewEbh.class);
        Violations violations = new Violations();
        List<Double> lnE = stated.read(violations);
        double alpha = Probability.read(violations, "alpha", stated.alpha(), STANDARD_ALPHA);
        violations.refuseIfAny();
        return new Rejections(EBenjaminiHochberg.rejected(lnE, alpha));
    }
}
