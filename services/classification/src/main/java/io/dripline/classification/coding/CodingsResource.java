package io.dripline.classification.coding;

import io.dripline.classification.problem.ProblemExample;
import io.dripline.classification.ruling.KnownRulings;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Answers how words would be coded, and stores nothing. */
@Path("/codings")
@Blocking
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Codings", description = "How words would be coded")
@APIResponse(
        responseCode = "401",
        description = "No valid token",
        content =
                @Content(
                        mediaType = ProblemExample.TYPE,
                        schema = @Schema(ref = ProblemExample.SCHEMA),
                        examples = @ExampleObject(name = "Without a token", value = ProblemExample.UNAUTHORIZED)))
@APIResponse(
        responseCode = "403",
        description = "A token without a role that may ask",
        content =
                @Content(
                        mediaType = ProblemExample.TYPE,
                        schema = @Schema(ref = ProblemExample.SCHEMA),
                        examples = @ExampleObject(name = "Another role", value = ProblemExample.FORBIDDEN)))
@RolesAllowed({"clinic", "safety-officer", "auditor"})
class CodingsResource {

    private final KnownRulings rulings;

    CodingsResource(KnownRulings rulings) {
        this.rulings = rulings;
    }

    @POST
    @Operation(
            summary = "How these words would be coded",
            description =
                    "By the vocabulary and what people ruled. Nothing is stored. What is not recognised awaits review: its category is null and candidates"
                            + " are named; what states no event is dropped with the reason.")
    @APIResponse(
            responseCode = "200",
            description = "The words part by part",
            content =
                    @Content(
                            schema = @Schema(implementation = CodedWords.class),
                            examples = {
                                @ExampleObject(name = CodingExample.CODED, value = CodingExample.CODED_ANSWER),
                                @ExampleObject(name = CodingExample.AWAITING, value = CodingExample.AWAITING_ANSWER)
                            }))
    @APIResponse(
            responseCode = "400",
            description = "Not readable: malformed JSON, an unknown field, another type",
            content =
                    @Content(
                            mediaType = ProblemExample.TYPE,
                            schema = @Schema(ref = ProblemExample.SCHEMA),
                            examples =
                                    @ExampleObject(
                                            name = CodingExample.UNKNOWN_FIELD,
                                            value = CodingExample.UNKNOWN_FIELD_ANSWER)))
    @APIResponse(
            responseCode = "413",
            description = "Longer than 1 MiB",
            content =
                    @Content(
                            mediaType = ProblemExample.TYPE,
                            schema = @Schema(ref = ProblemExample.SCHEMA),
                            examples = @ExampleObject(name = "Too long", value = ProblemExample.TOO_LONG)))
    @APIResponse(
            responseCode = "415",
            description = "Not application/json",
            content =
                    @Content(
                            mediaType = ProblemExample.TYPE,
                            schema = @Schema(ref = ProblemExample.SCHEMA),
                            examples = @ExampleObject(name = "Another format", value = ProblemExample.UNSUPPORTED)))
    @APIResponse(
            responseCode = "422",
            description = "Breaks rules; names every violated field",
            content =
                    @Content(
                            mediaType = ProblemExample.TYPE,
                            schema = @Schema(ref = ProblemExample.SCHEMA),
                            examples =
                                    @ExampleObject(
                                            name = CodingExample.NO_WORDS,
                                            value = CodingExample.NO_WORDS_ANSWER)))
    public CodedWords code(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = NewCoding.class),
                                            examples = {
                                                @ExampleObject(
                                                        name = CodingExample.CODED,
                                                        value = CodingExample.CODED_WORDS),
                                                @ExampleObject(
                                                        name = CodingExample.AWAITING,
                                                        value = CodingExample.AWAITING_WORDS),
                                                @ExampleObject(
                                                        name = CodingExample.UNKNOWN_FIELD,
                                                        value = CodingExample.UNKNOWN_FIELD_WORDS),
                                                @ExampleObject(
                                                        name = CodingExample.NO_WORDS,
                                                        value = CodingExample.NO_WORDS_WORDS)
                                            }))
                    InputStream words) {
        return CodedWords.of(
                rulings.coder().coder().code(NewCoding.read(words).verbatim()).result());
    }
}
