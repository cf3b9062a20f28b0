package io.dripline.reporting.evidence;

import io.dripline.reporting.caller.ProblemExample;
import io.dripline.reporting.caller.ShowRefusals;
import io.dripline.reporting.caller.StrictJson;
import io.dripline.reporting.caller.Violations;
import io.dripline.statistics.BernoulliCusum;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How long a CUSUM runs until it signals. */
@Path("/api/evidence/cusum")
@Tag(name = "Evidence", description = "What if")
@Extension(name = ShowRefusals.SAME_FOR_ALL, value = "true")
@Extension(name = ShowRefusals.WITHOUT_DATABASE, value = "true")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"clinic", "safety-officer", "auditor"})
public class CusumResource {

    @POST
    @Operation(
            summary = "How long a CUSUM runs until it signals",
            description =
                    "Mean exposures to a signal of the Bernoulli log-likelihood-ratio CUSUM, exact: while nothing has changed, and"
                            + " from the start at the odds ratio that it is tuned to. Nothing is stored.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = NewCusum.class),
                            examples = @ExampleObject(name = "Asked", value = MethodExample.CUSUM)))
    @APIResponse(
            responseCode = "200",
            description = "What the method says",
            content =
                    @Content(
                            schema = @Schema(implementation = RunLengths.class),
                            examples = @ExampleObject(name = "Answered", value = MethodExample.CUSUM_ANSWER)))
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
                            examples = @ExampleObject(name = "Refused", value = MethodExample.CUSUM_BROKEN)))
    public RunLengths ask(InputStream body) {
        NewCusum stated = StrictJson.read(body, NewCusum.class);
        Violations violations = new Violations();
        BernoulliCusum cusum = stated.read(violations);
        return new RunLengths(cusum.runLengthInControl(), cusum.runLengthShifted());
    }
}
