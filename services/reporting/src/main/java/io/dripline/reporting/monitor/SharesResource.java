package io.dripline.reporting.monitor;

import io.dripline.reporting.caller.ShowRefusals;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Jdbi;

/** How much of alpha is left. */
@Path("/api/monitors/shares")
@Tag(name = "Monitors")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"safety-officer", "auditor"})
public class SharesResource {

    private final Jdbi jdbi;
    private final SpentShares spentShares;

    SharesResource(Jdbi jdbi, SpentShares spentShares) {
        this.jdbi = jdbi;
        this.spentShares = spentShares;
    }

    @GET
    @Extension(name = ShowRefusals.SAME_FOR_ALL, value = "true")
    @Operation(
            summary = "How the installation's alpha is divided, and what is left of each part",
            description =
                    "For officers and auditors. Shares are spent for good: what retired monitors took is not left.")
    @APIResponse(
            responseCode = "200",
            description = "Shares of alpha that sum to 1",
            content =
                    @Content(
                            schema = @Schema(implementation = DividedAlpha.class),
                            examples = @ExampleObject(name = "One clinic", value = MonitorExample.SHARES)))
    public DividedAlpha shares() {
        return jdbi.withHandle(spentShares::divided);
    }
}
