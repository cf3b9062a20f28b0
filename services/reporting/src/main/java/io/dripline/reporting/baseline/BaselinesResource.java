package io.dripline.reporting.baseline;

import io.dripline.reporting.caller.ShowRefusals;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The published figures. */
@Path("/api/baselines")
@Tag(name = "Literature", description = "What was published, and what can be counted")
@Extension(name = ShowRefusals.SAME_FOR_ALL, value = "true")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"clinic", "safety-officer", "auditor"})
public class BaselinesResource {

    private final Baselines baselines;

    BaselinesResource(Baselines baselines) {
        this.baselines = baselines;
    }

    @GET
    @Operation(summary = "Every published figure, as printed, with its place and standing")
    @APIResponse(
            responseCode = "200",
            description = "In the order of the catalogue; what the source does not print is null",
            content =
                    @Content(
                            schema = @Schema(implementation = Baseline[].class),
                            examples = @ExampleObject(name = "One figure", value = LiteratureExample.BASELINES)))
    public List<Baseline> list() {
        return baselines.all();
    }
}
