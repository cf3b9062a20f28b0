package io.dripline.classification.coding;

import io.dripline.coding.CodeWords;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Answers how words would be coded, and stores nothing. */
@Path("/codings")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"clinic", "safety-officer", "auditor"})
class CodingsResource {

    private final CodeWords words;

    CodingsResource(CodeWords words) {
        this.words = words;
    }

    @POST
    @Operation(summary = "How these words would be coded")
    public CodedWords code(@Valid @NotNull(message = "expected a JSON object with verbatim") NewCoding words) {
        return CodedWords.of(this.words.code(words.verbatim()));
    }
}
