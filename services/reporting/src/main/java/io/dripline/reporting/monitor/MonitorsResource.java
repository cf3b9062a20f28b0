package io.dripline.reporting.monitor;

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
import org.jdbi.v3.core.Jdbi;

/** What is watched. */
@Path("/api/monitors")
@Tag(name = "Monitors", description = "What is watched, and what it says")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"clinic", "safety-officer", "auditor"})
public class MonitorsResource {

    private final Jdbi jdbi;
    private final Monitors monitors;
    private final Caller caller;

    MonitorsResource(Jdbi jdbi, Monitors monitors, Caller caller) {
        this.jdbi = jdbi;
        this.monitors = monitors;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Every monitor; a clinic sees its own only")
    @APIResponse(
            responseCode = "200",
            description = "Retired ones included",
            content =
                    @Content(
                            schema = @Schema(implementation = Monitor[].class),
                            examples = @ExampleObject(name = "One monitor", value = MonitorExample.LIST)))
    public List<Monitor> list() {
        String onlyClinic = caller.onlyClinic();
        return jdbi.withHandle(monitors::all).stream()
                .filter(monitor -> monitor.visibleTo(onlyClinic))
                .toList();
    }
}
