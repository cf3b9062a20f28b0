package io.dripline.classification.ledger;

import io.dripline.classification.caller.Role;
import io.dripline.classification.problem.Parameters;
import io.dripline.classification.problem.ProblemExample;
import io.dripline.ledger.EntryCursor;
import io.dripline.ledger.EntryPage;
import io.dripline.ledger.EntryQuestion;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
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
@Path("/ledger")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ledger", description = "Who did what, when, and what was before")
@APIResponse(
        responseCode = "401",
        description = "No valid token",
        content =
                @Content(
                        mediaType = ProblemExample.TYPE,
                        schema = @Schema(ref = ProblemExample.SCHEMA),
                        examples = @ExampleObject(name = "Without a token", value = ProblemExample.UNAUTHORIZED)))
@APIResponse(responseCode = "403", description = "A token without a role that may ask")
@APIResponse(responseCode = "503", description = "The database is away")
public class LedgerResource {

    private final DataSource dataSource;
    private final SealLedger ledger;

    LedgerResource(DataSource dataSource, SealLedger ledger) {
        this.dataSource = dataSource;
        this.ledger = ledger;
    }

    @GET
    @RolesAllowed({Role.SAFETY_OFFICER, Role.AUDITOR})
    @Operation(
            summary = "Who did what, the latest first",
            description =
                    "From the rows that are sealed, as they were committed. The reason for a ruling is told with it,"
                            + " at /reviews/{id}.")
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
                            examples = @ExampleObject(name = "One order", value = LedgerExample.PAGE)))
    @APIResponse(responseCode = "400", description = "A parameter is unknown or not readable")
    public EntryPage list(@Context UriInfo uri) throws SQLException {
        Parameters parameters = new Parameters(uri);
        EntryQuestion question = new EntryQuestion(
                parameters.time("from"),
                parameters.time("to"),
                parameters.text("who"),
                parameters
                        .read(
                                "kind",
                                "one or more of " + String.join(", ", WhoDidWhat.ENTRIES.kinds()),
                                LedgerResource::kinds)
                        .orElse(List.of()),
                parameters.text("text"),
                parameters.read("after", "what a page named as next", EntryCursor::of),
                parameters.limit());
        parameters.refuseIfWrong();
        try (Connection connection = dataSource.getConnection()) {
            return WhoDidWhat.ENTRIES.page(connection, question, ledger.head().orElse(null));
        }
    }

    private static List<String> kinds(String text) {
        List<String> kinds = List.of(text.split(",", -1));
        if (!WhoDidWhat.ENTRIES.kinds().containsAll(kinds)) {
            throw new IllegalArgumentException("kind");
        }
        return kinds;
    }
}
