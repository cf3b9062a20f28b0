package io.dripline.classification.recoding;

import io.dripline.classification.caller.Caller;
import io.dripline.classification.caller.Role;
import io.dripline.classification.problem.Body;
import io.dripline.classification.problem.ProblemExample;
import io.dripline.classification.problem.Refusal;
import io.dripline.coding.Vocabulary;
import io.dripline.privacy.identifier.FindIdentifiers;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a new vocabulary version would change of what is stored, and the order to change it. */
@Path("/recoding")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Recoding", description = "Stored sessions and a new version of the vocabulary")
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
public class RecodingResource {

    private static final int LONGEST_REASON = 500;

    private final Recodings recodings;
    private final String vocabulary;
    private final Caller caller;

    RecodingResource(Recodings recodings, Vocabulary vocabulary, Caller caller) {
        this.recodings = recodings;
        this.vocabulary = vocabulary.version();
        this.caller = caller;
    }

    /** Why stored sessions are to be recoded. */
    public record NewRecoding(
            @Schema(required = true, description = "Why, in a sentence that names nobody", maxLength = LONGEST_REASON)
            String reason) {}

    @GET
    @RolesAllowed({Role.SAFETY_OFFICER, Role.AUDITOR})
    @Operation(
            summary = "What recoding would change, and how far it is",
            description =
                    "The preview is counted in the background whenever a service starts, and again some minutes after"
                            + " sessions or rulings moved on. Rulings win over the vocabulary.")
    @APIResponse(
            responseCode = "200",
            description = "As far as it is",
            content =
                    @Content(
                            schema = @Schema(implementation = RecodingState.class),
                            examples = @ExampleObject(name = "Before a recoding", value = RecodingExample.STATE)))
    @APIResponse(responseCode = "400", description = "An unknown parameter")
    public RecodingState state() throws SQLException {
        return recodings.state(vocabulary);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.SAFETY_OFFICER)
    @Operation(
            summary = "Recode all that was coded with another version of the vocabulary",
            description = "In the background; fresh reports overtake. Each coding that changes is one more revision.")
    @APIResponse(
            responseCode = "202",
            description = "It begins",
            content =
                    @Content(
                            schema = @Schema(implementation = RecodingState.class),
                            examples = @ExampleObject(name = "Begun", value = RecodingExample.BEGUN)))
    @APIResponse(responseCode = "400", description = "Not readable: malformed JSON, an unknown field, another type")
    @APIResponse(responseCode = "409", description = "One is under way")
    @APIResponse(responseCode = "413", description = "Longer than 1 MiB")
    @APIResponse(responseCode = "415", description = "Not application/json")
    @APIResponse(responseCode = "422", description = "Without a reason, or with one that names somebody")
    public Response start(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = NewRecoding.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "Begun",
                                                            value = "{ \"reason\": \"the words of winter\" }")))
                    InputStream json)
            throws SQLException {
        Body body = Body.read(json, Set.of("reason"));
        String reason = body.lines("reason", LONGEST_REASON);
        if (reason == null && !body.isWrong("reason")) {
            body.broken("reason", "expected a sentence that says why, found none");
        } else if (reason != null) {
            body.refuseIdentifiers("reason", FindIdentifiers.kindsInReason(reason));
        }
        body.refuseIfWrong();
        if (!recodings.start(vocabulary, reason == null ? "" : reason, caller.who())) {
            throw Refusal.conflict("A recoding is under way; GET /recoding says how far it is");
        }
        return Response.accepted(recodings.state(vocabulary)).build();
    }
}
