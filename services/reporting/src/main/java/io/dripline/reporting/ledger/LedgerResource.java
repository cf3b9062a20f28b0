package io.dripline.reporting.ledger;

import io.dripline.ledger.EntryCursor;
import io.dripline.ledger.EntryPage;
import io.dripline.ledger.EntryQuestion;
import io.dripline.reporting.caller.ProblemExample;
import io.dripline.reporting.caller.Violations;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
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

/** The door to who did what. */
@Path("/api/ledger")
@Tag(name = "Ledger")
@Produces(MediaType.APPLICATION_JSON)
public class LedgerResource {

    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final String TIME = "a time with its offset, as 2026-11-22T09:00:00Z";
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final Deeds deeds;

    LedgerResource(Deeds deeds) {
        this.deeds = deeds;
    }

    @GET
    @RolesAllowed({"safety-officer", "auditor"})
    @Operation(
            summary = "Who did what about alerts, monitors and nulls, the latest first",
            description = "From the rows that are sealed, as they were committed.")
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            description = "Not before this time",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            description = "Before this time",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @Parameter(
            name = "who",
            in = ParameterIn.QUERY,
            description = "What this person or machine did",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "kind",
            in = ParameterIn.QUERY,
            description = "Only this kind, or these with commas between them",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "text",
            in = ParameterIn.QUERY,
            description = "Who, subject, before, after or why holds it, in capitals or not",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "after",
            in = ParameterIn.QUERY,
            description = "What the page before named as next, or the place of an entry",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "1 to 200, or else 50",
            schema = @Schema(type = SchemaType.INTEGER))
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content =
                    @Content(
                            schema = @Schema(implementation = EntryPage.class),
                            examples = @ExampleObject(name = "One null", value = LedgerExample.PAGE)))
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
                                            value = LedgerExample.UNKNOWN_PARAMETER)))
    @APIResponse(
            responseCode = "403",
            description = "Another role",
            content =
                    @Content(
                            mediaType = ProblemExample.TYPE,
                            schema = @Schema(ref = ProblemExample.SCHEMA),
                            examples = @ExampleObject(name = "A clinic", value = LedgerExample.FORBIDDEN)))
    public EntryPage list(@Context UriInfo uri) {
        return deeds.page(question(uri.getQueryParameters()));
    }

    private static EntryQuestion question(MultivaluedMap<String, String> parameters) {
        Violations violations = new Violations();
        violations.refuseUnknown(parameters, Set.of("from", "to", "who", "kind", "text", "after", "limit"));
        EntryQuestion question = new EntryQuestion(
                violations.read("from", parameters.getFirst("from"), LedgerResource::time, TIME),
                violations.read("to", parameters.getFirst("to"), LedgerResource::time, TIME),
                violations.read(
                        "who", parameters.getFirst("who"), LedgerResource::name, "a name without a null character"),
                violations
                        .read(
                                "kind",
                                parameters.getFirst("kind"),
                                LedgerResource::kinds,
                                "one or more of " + String.join(", ", WhoDidWhat.ENTRIES.kinds()))
                        .orElse(List.of()),
                violations.read(
                        "text", parameters.getFirst("text"), LedgerResource::name, "a text without a null character"),
                violations.read("after", parameters.getFirst("after"), EntryCursor::of, "what a page named as next"),
                violations
                        .read(
                                "limit",
                                parameters.getFirst("limit"),
                                LedgerResource::limit,
                                "a whole number from 1 to " + MOST)
                        .orElse(USUAL));
        violations.refuseIfAny();
        return question;
    }

    private static Instant time(String text) {
        try {
            // a plus that nobody encoded
            Instant time = OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
            if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
                throw new IllegalArgumentException("time");
            }
            return time;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("time", e);
        }
    }

    private static String name(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("who");
        }
        return text;
    }

    private static List<String> kinds(String text) {
        List<String> kinds = List.of(text.split(",", -1));
        if (!WhoDidWhat.ENTRIES.kinds().containsAll(kinds)) {
            throw new IllegalArgumentException("kind");
        }
        return kinds;
    }

    private static int limit(String text) {
        int limit = Integer.parseInt(text);
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit");
        }
        return limit;
    }
}
