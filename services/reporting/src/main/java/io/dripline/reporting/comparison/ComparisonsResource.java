package io.dripline.reporting.comparison;

import io.dripline.reporting.caller.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Observed beside published. */
@Path("/api/comparisons")
@Tag(name = "Monitors")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"clinic", "safety-officer", "auditor"})
public class ComparisonsResource {

    private final CompareMonitors compareMonitors;
    private final Caller caller;

    ComparisonsResource(CompareMonitors compareMonitors, Caller caller) {
        this.compareMonitors = compareMonitors;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Each monitor's verdict; a clinic sees its own only")
    @APIResponse(
            responseCode = "200",
            description = "A verdict each",
            content =
                    @Content(
                            schema = @Schema(implementation = Comparison[].class),
                            examples = @ExampleObject(name = "Nothing counted yet", value = ComparisonExample.LIST)))
    public List<Comparison> list() {
        String onlyClinic = caller.onlyClinic();
        return compareMonitors.compare(monitor -> monitor.visibleTo(onlyClinic));
    }
}
