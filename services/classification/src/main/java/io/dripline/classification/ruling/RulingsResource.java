package io.dripline.classification.ruling;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dripline.classification.caller.Caller;
import io.dripline.classification.caller.Role;
import io.dripline.classification.problem.Parameters;
import io.dripline.classification.problem.ProblemExample;
import io.dripline.coding.WordKey;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

/** What was ruled so far, and the way of rulings from site to site. */
@Path("/rulings")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rulings", description = "What people decided about words")
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
public class RulingsResource {

    private static final Logger LOG = Logger.getLogger(RulingsResource.class);

    /** Newline-delimited JSON. */
    static final String NDJSON = "application/x-ndjson";

    private static final int AT_ONCE = 500;

    /** Answers that wait for a client which reads them only when it has sent everything, in bytes; beyond it its lines wait. */
    private static final int ANSWERS_HELD = 16 << 20;

    private final Rulings rulings;
    private final ImportRulings importRulings;
    private final RulingsConfig config;
    private final ObjectMapper json;
    private final Caller caller;

    RulingsResource(
            Rulings rulings, ImportRulings importRulings, RulingsConfig config, ObjectMapper json, Caller caller) {
        this.rulings = rulings;
        this.importRulings = importRulings;
        this.config = config;
        this.json = json;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Role.SAFETY_OFFICER, Role.AUDITOR})
    @Operation(
            summary = "What was ruled, oldest first",
            description =
                    "All revisions, or with current=true those that hold; of one review its history. needsRevision: a term is in the"
                            + " vocabulary no longer, and the words await review.")
    @Parameter(name = "current", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.BOOLEAN))
    @Parameter(
            name = "review",
            in = ParameterIn.QUERY,
            description = "About the words of this id",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "latestFirst",
            in = ParameterIn.QUERY,
            description = "The other way round",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @Parameter(
            name = "after",
            in = ParameterIn.QUERY,
            description = "What the page before named as next",
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
                            schema = @Schema(implementation = RulingPage.class),
                            examples = @ExampleObject(name = "One ruling", value = RulingExample.PAGE)))
    @APIResponse(responseCode = "400", description = "A parameter is unknown or not readable")
    public RulingPage list(@Context UriInfo uri) throws SQLException {
        Parameters parameters = new Parameters(uri);
        boolean current = parameters.flag("current");
        int limit = parameters.limit();
        boolean latestFirst = parameters.flag("latestFirst");
        WordKey review = parameters
                .read("review", "the id of a review, 64 hexadecimal digits", WordKey::new)
                .orElse(null);
        long after = parameters
                .read("after", "what a page named as next", Long::parseLong)
                .orElse(latestFirst ? Long.MAX_VALUE : 0L);
        parameters.refuseIfWrong();
        return RulingPage.of(rulings.page(new RulingQuestion(review, current, latestFirst, after), limit + 1), limit);
    }

    @GET
    @Path("/export")
    @Produces(NDJSON)
    @RolesAllowed({Role.SAFETY_OFFICER, Role.AUDITOR})
    @Operation(
            summary = "The rulings that hold, as a file for another site",
            description =
                    "One a line. Words that were erased are left out, and so are words in which something tells who"
                            + " somebody is; the header Dripline-Kept-Back says how many those are. Reasons are masked.")
    @APIResponse(
            responseCode = "200",
            description = "A line a ruling",
            headers =
                    @Header(
                            name = "Dripline-Kept-Back",
                            description = "How many rulings stay behind, for their words tell who somebody is",
                            schema = @Schema(type = SchemaType.INTEGER)),
            content =
                    @Content(
                            mediaType = NDJSON,
                            schema = @Schema(implementation = RulingLine.class),
                            examples = @ExampleObject(name = "A line", value = RulingExample.LINE)))
    public Response export() throws SQLException, IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        int keptBack = write(lines);
        return Response.ok(lines.toByteArray(), NDJSON)
                .header("Dripline-Kept-Back", keptBack)
                .build();
    }

    @POST
    @Path("/import")
    @Consumes(NDJSON)
    @Produces(NDJSON)
    @RolesAllowed(Role.SAFETY_OFFICER)
    @Operation(
            summary = "Take over another site's rulings",
            description = "One a line, each answered by one line: 201 it holds now, 200 it held already, 409 a ruling"
                    + " that was made here stays unless overwrite=true, 400, 413 and 422 it is refused, 503 the database"
                    + " failed. Site, person and time"
                    + " are kept.")
    @Parameter(name = "overwrite", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.BOOLEAN))
    @APIResponse(
            responseCode = "200",
            description = "What became of each line",
            content =
                    @Content(
                            mediaType = NDJSON,
                            schema = @Schema(implementation = LineAnswer.class),
                            examples = @ExampleObject(name = "A line", value = RulingExample.TAKEN)))
    @APIResponse(responseCode = "400", description = "A parameter is unknown or not readable")
    @APIResponse(responseCode = "413", description = "Longer than 64 MiB")
    @APIResponse(responseCode = "415", description = "Not application/x-ndjson")
    public StreamingOutput take(
            @RequestBody(
                            required = true,
                            description = "Up to 64 MiB, up to 1 MiB a line",
                            content =
                                    @Content(
                                            mediaType = NDJSON,
                                            schema = @Schema(implementation = RulingLine.class),
                                            examples = @ExampleObject(name = "A line", value = RulingExample.LINE)))
                    InputStream body,
            @Context UriInfo uri,
            @Context HttpServerResponse response)
            throws SQLException {
        Parameters parameters = new Parameters(uri);
        boolean overwrite = parameters.flag("overwrite");
        parameters.refuseIfWrong();
        String who = caller.who();
        // 503 rather than 200 while the database is away
        rulings.page(0, true, 1);
        response.setWriteQueueMaxSize(ANSWERS_HELD);
        return answers -> importRulings.take(body, answers, overwrite, who);
    }

    /**
     * All of them before the first is sent, so that an export that breaks does not look whole.
     *
     * @return how many were kept back
     */
    private int write(OutputStream lines) throws SQLException, IOException {
        long after = 0;
        int keptBack = 0;
        for (List<Ruling> page = rulings.page(after, true, AT_ONCE);
                !page.isEmpty();
                page = rulings.page(after, true, AT_ONCE)) {
            for (Ruling ruling : page) {
                String words = ruling.words();
                if (words == null) {
                    continue;
                }
                Optional<RulingLine> line = RulingLine.of(ruling, words, config.site());
                if (line.isPresent()) {
                    lines.write(json.writeValueAsBytes(line.get()));
                    lines.write('\n');
                } else {
                    keptBack++;
                    LOG.warnf(
                            "Ruling %d is kept back from the export: its words hold what tells who somebody is",
                            ruling.id());
                }
            }
            after = page.getLast().id();
        }
        return keptBack;
    }
}
