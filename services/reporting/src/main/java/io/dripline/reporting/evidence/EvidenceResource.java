package io.dripline.reporting.evidence;

import io.dripline.reporting.caller.ProblemExample;
import io.dripline.reporting.caller.ShowRefusals;
import io.dripline.reporting.caller.Violations;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What if. */
@Path("/api/evidence")
@Tag(name = "Evidence", description = "What if")
@Extension(name = ShowRefusals.SAME_FOR_ALL, value = "true")
@Extension(name = ShowRefusals.WITHOUT_DATABASE, value = "true")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"clinic", "safety-officer", "auditor"})
public class EvidenceResource {

    private static final Set<String> PARAMETERS = Set.of("exposed", "affected", "p0", "alpha", "a", "b", "horizon");

    @GET
    @Operation(
            summary = "What the methods say of numbers that you state",
            description = "Nothing is stored. The plain e-process, not a monitor's mixture over weeks.")
    @APIResponse(
            responseCode = "200",
            description = "What each method says",
            content =
                    @Content(
                            schema = @Schema(implementation = Evidence.class),
                            examples =
                                    @ExampleObject(
                                            name = "50 exposed, 8 affected, p0 0.08, a horizon of 500",
                                            value = EvidenceExample.ANSWER)))
    @APIResponse(
            responseCode = "400",
            description = "A parameter is unknown or no number",
            content =
                    @Content(
                            mediaType = ProblemExample.TYPE,
                            schema = @Schema(ref = ProblemExample.SCHEMA),
                            examples = @ExampleObject(name = "No number", value = EvidenceExample.MALFORMED)))
    @APIResponse(
            responseCode = "422",
            description = "A number is missing or out of its range",
            content =
                    @Content(
                            mediaType = ProblemExample.TYPE,
                            schema = @Schema(ref = ProblemExample.SCHEMA),
                            examples =
                                    @ExampleObject(
                                            name = "More affected than exposed",
                                            value = EvidenceExample.BROKEN)))
    public Evidence ask(
            @Parameter(description = "1 to 1,000,000,000", required = true) @QueryParam("exposed") @Nullable
                    String exposed,
            @Parameter(description = "0 to exposed", required = true) @QueryParam("affected") @Nullable String affected,
            @Parameter(description = "Null incidence, inside (0, 1), 1e-300 or more", required = true)
                    @QueryParam("p0")
                    @Nullable
                    String p0,
            @Parameter(
                            description =
                                    "Inside (0, 1), 1e-300 or more, beside a horizon 1e-100 or more; 0.05 unless stated")
                    @QueryParam("alpha")
                    @Nullable
                    String alpha,
            @Parameter(description = "Shape of the Beta prior, 0.001 to 1,000,000; with b or not at all")
                    @QueryParam("a")
                    @Nullable
                    String a,
            @Parameter(description = "Shape of the Beta prior, 0.001 to 1,000,000; with a or not at all")
                    @QueryParam("b")
                    @Nullable
                    String b,
            @Parameter(description = "Exposures after which MaxSPRT ends, 1 to 10,000; it says nothing of more exposed")
                    @QueryParam("horizon")
                    @Nullable
                    String horizon,
            @Context UriInfo uri) {
        Violations violations = new Violations();
        violations.refuseUnknown(uri.getQueryParameters(), PARAMETERS);
        WhatIf whatIf = WhatIf.read(violations, exposed, affected, p0, alpha, a, b, horizon);
        violations.refuseIfAny();
        return whatIf.evidence();
    }
}
