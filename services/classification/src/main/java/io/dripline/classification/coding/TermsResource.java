package io.dripline.classification.coding;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dripline.classification.caller.Role;
import io.dripline.classification.problem.Parameters;
import io.dripline.classification.problem.ProblemExample;
import io.dripline.coding.FindTerms;
import io.dripline.coding.Term;
import io.dripline.coding.Vocabulary;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The terms that words can be coded with. */
@Path("/terms")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Terms", description = "The vocabulary")
@APIResponse(
        responseCode = "401",
        description = "No valid token",
        content =
                @Content(
                        mediaType = ProblemExample.TYPE,
                        schema = @Schema(ref = ProblemExample.SCHEMA),
                        examples = @ExampleObject(name = "Without a token", value = ProblemExample.UNAUTHORIZED)))
@APIResponse(responseCode = "403", description = "A token without a role that may ask")
@RolesAllowed({Role.CLINIC, Role.SAFETY_OFFICER, Role.AUDITOR})
public class TermsResource {

    private final FindTerms terms;

    TermsResource(Vocabulary vocabulary) {
        this.terms = new FindTerms(vocabulary);
    }

    /**
     * What was found.
     *
     * @param next null: the best are all there is
     */
    @Schema(requiredProperties = {"items", "next"})
    public record TermPage(
            List<Term> items,
            @Schema(nullable = true) @JsonInclude @Nullable String next) {}

    @GET
    @Operation(
            summary = "Find terms",
            description =
                    "Names that begin so first, then names with all the words, then names that are spelled alike.")
    @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            description = "A name or part of it",
            example = "dizz",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "1 to 200, or else 50",
            schema = @Schema(type = SchemaType.INTEGER))
    @APIResponse(
            responseCode = "200",
            description = "The best first",
            content =
                    @Content(
                            schema = @Schema(implementation = TermPage.class),
                            examples = @ExampleObject(name = "q=dizziness&limit=1", value = CodingExample.TERMS)))
    @APIResponse(responseCode = "400", description = "A parameter is unknown or not readable")
    public TermPage find(@Context UriInfo uri) {
        Parameters parameters = new Parameters(uri);
        String query = parameters.text("q").orElse("");
        int limit = parameters.limit();
        parameters.refuseIfWrong();
        return new TermPage(terms.matching(query, limit), null);
    }
}
