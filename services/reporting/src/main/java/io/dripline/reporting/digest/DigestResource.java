package io.dripline.reporting.digest;

import io.dripline.reporting.caller.ProblemExample;
import io.dripline.reporting.caller.Violations;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Jdbi;

/** What stands out today. */
@Path("/api/digest")
@Tag(name = "Notifications", description = "What people were told, and the daily digest")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"safety-officer", "auditor"})
public class DigestResource {

    private final Jdbi jdbi;
    private final Digests digests;
    private final MakeDigest makeDigest;

    DigestResource(Jdbi jdbi, Digests digests, MakeDigest makeDigest) {
        this.jdbi = jdbi;
        this.digests = digests;
        this.makeDigest = makeDigest;
    }

    @GET
    @Operation(
            summary = "Which monitors stand out today, what changed, and which alerts are open",
            description =
                    "By e-BH at false discovery rate 0.05 over the current E of all active monitors at one time, the"
                            + " digest's (MADE). Before that time it is what it would say now (PREVIEW), for which nothing is promised.")
    @Parameter(
            name = "day",
            in = ParameterIn.QUERY,
            description = "A day whose digest was made; today unless stated",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    @APIResponse(
            responseCode = "200",
            description = "The digest",
            content =
                    @Content(
                            schema = @Schema(implementation = Digest.class),
                            examples = @ExampleObject(name = "One monitor stands out", value = DigestExample.DIGEST)))
    @APIResponse(
            responseCode = "400",
            description = "A parameter is unknown or not readable",
            content =
                    @Content(
                            mediaType = ProblemExample.TYPE,
                            schema = @Schema(ref = ProblemExample.SCHEMA),
                            examples =
                                    @ExampleObject(
                                            name = "An unknown parameter",
                                            value = DigestExample.UNKNOWN_PARAMETER)))
    @APIResponse(
            responseCode = "403",
            description = "Another role",
            content =
                    @Content(
                            mediaType = ProblemExample.TYPE,
                            schema = @Schema(ref = ProblemExample.SCHEMA),
                            examples = @ExampleObject(name = "A clinic", value = DigestExample.FORBIDDEN)))
    @APIResponse(
            responseCode = "404",
            description = "None was made on that day",
            content =
                    @Content(
                            mediaType = ProblemExample.TYPE,
                            schema = @Schema(ref = ProblemExample.SCHEMA),
                            examples = @ExampleObject(name = "None", value = DigestExample.NONE)))
    public Digest get(@Context UriInfo uri) {
        Violations violations = new Violations();
        violations.refuseUnknown(uri.getQueryParameters(), Set.of("day"));
        Optional<LocalDate> day = violations.read(
                "day", uri.getQueryParameters().getFirst("day"), DigestResource::day, "a day such as 2026-11-22");
        violations.refuseIfAny();
        return day.isEmpty()
                ? makeDigest.today()
                : jdbi.withHandle(handle -> digests.find(handle, day.get()))
                        .orElseThrow(() -> HttpProblem.valueOf(
                                Response.Status.NOT_FOUND, "No digest was made on %s.".formatted(day.get())));
    }

    private static LocalDate day(String text) {
        if (text.length() != 10) {
            throw new IllegalArgumentException("expected four digits of a year");
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
