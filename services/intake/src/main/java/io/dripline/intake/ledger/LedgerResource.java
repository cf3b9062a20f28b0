package io.dripline.intake.ledger;

import io.agroal.api.AgroalDataSource;
import io.dripline.intake.caller.Role;
import io.dripline.intake.request.Parameters;
import io.dripline.intake.request.StoreFailures;
import io.dripline.ledger.EntryCursor;
import io.dripline.ledger.EntryPage;
import io.dripline.ledger.EntryQuestion;
import io.dripline.ledger.Head;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The door to who did what. */
@Path("/ledger")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ledger", description = "Who did what, when, and what was before")
public class LedgerResource {

    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final String TIME = "a time with its offset, as 2026-11-22T09:00:00Z";
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final AgroalDataSource dataSource;
    private final SealLedger ledger;

    LedgerResource(AgroalDataSource dataSource, SealLedger ledger) {
        this.dataSource = dataSource;
        this.ledger = ledger;
    }

    @GET
    @RolesAllowed({Role.SAFETY_OFFICER, Role.AUDITOR})
    @Operation(
            summary = "Who did what, the latest first",
            description = "From the rows that are sealed, as they were committed. Versions are named: the session's own"
                    + " door shows them, with the reason where one was given.")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content =
                    @Content(
                            schema = @Schema(implementation = EntryPage.class),
                            examples = @ExampleObject(name = "One change", value = LedgerExample.PAGE)))
    @APIResponse(responseCode = "400", description = "A parameter is unknown or not readable")
    public EntryPage list(
            @Parameter(description = "Not before this time", example = "2026-11-22T00:00:00Z")
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Parameter(description = "Before this time", example = "2026-11-23T00:00:00Z") @QueryParam("to") @Nullable
                    String to,
            @Parameter(description = "What this person or machine did", example = "nurse") @QueryParam("who") @Nullable
                    String who,
            @Parameter(
                            description =
                                    "Only this kind, or these with commas between them: SESSION_REPORTED, SESSION_CHANGED, SESSION_WITHDRAWN,"
                                            + " SESSION_ERASED, WORDS_ERASED or TALLY_STATED",
                            example = "SESSION_CHANGED")
                    @QueryParam("kind")
                    @Nullable
                    String kind,
            @Parameter(
                            description = "Who, subject, before, after or why holds it, in capitals or not",
                            example = "clinic-north")
                    @QueryParam("text")
                    @Nullable
                    String text,
            @Parameter(description = "What the page before named as next, or the place of an entry")
                    @QueryParam("after")
                    @Nullable
                    String after,
            @Parameter(description = "1 to 200, or else 50", example = "50") @QueryParam("limit") @Nullable
                    String limit,
            @Context UriInfo uri) {
        Parameters parameters = Parameters.of(uri, "from", "to", "who", "kind", "text", "after", "limit");
        EntryQuestion question = new EntryQuestion(
                time(parameters, "from", from),
                time(parameters, "to", to),
                parameters.read("who", who, Optional.empty(), "a name without a null character", LedgerResource::name),
                parameters.read(
                        "kind",
                        kind,
                        List.of(),
                        "one or more of " + String.join(", ", WhoDidWhat.ENTRIES.kinds()),
                        LedgerResource::kinds),
                parameters.read(
                        "text", text, Optional.empty(), "a text without a null character", LedgerResource::name),
                parameters.read(
                        "after",
                        after,
                        Optional.empty(),
                        "what a page named as next",
                        cursor -> Optional.of(EntryCursor.of(cursor))),
                parameters.number("limit", limit, 1, MOST, USUAL));
        parameters.refuseIfWrong();
        try {
            @Nullable Head head = ledger.head().orElse(null);
            try (Connection connection = dataSource.getConnection()) {
                return WhoDidWhat.ENTRIES.page(connection, question, head);
            }
        } catch (SQLException e) {
            throw StoreFailures.failed("The ledger could not be read", e);
        }
    }

    private static Optional<Instant> time(Parameters parameters, String name, @Nullable String value) {
        return parameters.read(name, value, Optional.empty(), TIME, text -> {
            // a plus that nobody encoded
            Instant time = OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
            if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
                throw new IllegalArgumentException(name);
            }
            return Optional.of(time);
        });
    }

    private static Optional<String> name(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("who");
        }
        return Optional.of(text);
    }

    private static List<String> kinds(String text) {
        List<String> kinds = List.of(text.split(",", -1));
        if (!WhoDidWhat.ENTRIES.kinds().containsAll(kinds)) {
            throw new IllegalArgumentException("kind");
        }
        return kinds;
    }
}
