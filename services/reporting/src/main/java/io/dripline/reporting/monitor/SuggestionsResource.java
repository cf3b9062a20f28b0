package io.dripline.reporting.monitor;

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

/** Monitors that could be made. */
@Path("/api/monitors/suggestions")
@Tag(name = "Monitors")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"safety-officer", "auditor"})
public class SuggestionsResource {

    private final SuggestMonitors suggestMonitors;

    SuggestionsResource(SuggestMonitors suggestMonitors) {
        this.suggestMonitors = suggestMonitors;
    }

    @GET
    @Extension(name = ShowRefusals.SAME_FOR_ALL, value = "true")
    @Operation(
            summary = "Monitors for studies whose cohort the clinics' sessions resemble",
            description =
                    "For officers and auditors. One for each figure that has a null and no monitor for its cohort, if first"
                            + " courses of the last 26 weeks agree with all that the source states of route, formulation, regimen,"
                            + " indication, dose and ascertainment. How many were affected is not told: a cohort that is chosen for its"
                            + " rate carries no promise.")
    @APIResponse(
            responseCode = "200",
            description = "What is comparable in most aspects first",
            content =
                    @Content(
                            schema = @Schema(implementation = Suggestion[].class),
                            examples = @ExampleObject(name = "One suggestion", value = MonitorExample.SUGGESTIONS)))
    public List<Suggestion> suggestions() {
        return suggestMonitors.suggest();
    }
}
