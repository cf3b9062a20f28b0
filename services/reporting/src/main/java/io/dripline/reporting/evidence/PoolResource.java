package io.dripline.reporting.evidence;

import io.dripline.reporting.caller.ProblemExample;
import io.dripline.reporting.caller.ShowRefusals;
import io.dripline.reporting.caller.StrictJson;
import io.dripline.reporting.caller.Violations;
import io.dripline.statistics.Counts;
import io.dripline.statistics.RandomEffects;
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

/** Several studies as one. */
@Path("/api/evidence/pool")
@Tag(name = "Evidence", description = "What if")
@Extension(name = ShowRefusals.SAME_FOR_ALL, value = "true")
@Extension(name = ShowRefusals.WITHOUT_DATABASE, value = "true")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"clinic", "safety-officer", "auditor"})
public class PoolResource {

    private static final double STANDARD_LEVEL = 0.95;

    @POST
    @Operation(
            summary = "Several studies as one",
            description =
                    "A random-effects meta-analysis on the logit scale: restricted maximum likelihood, Hartung and Knapp's interval,"
                            + " plain and modified. Nothing is stored. With few or small studies the intervals become very wide.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = NewPool.class),
                            examples = @ExampleObject(name = "Asked", value = MethodExample.POOL)))
    @APIResponse(
            responseCode = "200",
            description = "What the method says",
            content =
                    @Content(
                            schema = @Schema(implementation = PooledStudies.class),
                            examples = @ExampleObject(name = "Answered", value = MethodExample.POOL_ANSWER)))
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
                            examples = @ExampleObject(name = "Refused", value = MethodExample.POOL_BROKEN)))
    public PooledStudies ask(InputStream body) {
        NewPool stated = StrictJson.read(body, NewPool.class);
        Violations violations = new Violations();
        List<Counts> studies = StatedCounts.readStudies(violations, "studies", stated.studies());
        double level = Probability.read(violations, "level", stated.level(), STANDARD_LEVEL);
        violations.refuseIfAny();
        return PooledStudies.of(RandomEffects.pool(studies, level));
    }
}
