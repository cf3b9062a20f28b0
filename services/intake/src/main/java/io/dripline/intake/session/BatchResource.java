package io.dripline.intake.session;

import io.dripline.intake.caller.Caller;
import io.dripline.intake.caller.Role;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The door for many sessions at once. */
@Path("/sessions/batch")
@Blocking
@Tag(name = "Sessions")
public class BatchResource {

    /** Newline-delimited JSON. */
    static final String NDJSON = "application/x-ndjson";

    /**
     * Answers that wait for a client which reads them only when it has sent everything, in bytes. Beyond it the client's
     * lines wait.
     */
    private static final int ANSWERS_HELD = 16 << 20;

    private final Caller caller;
    private final ReportBatch reportBatch;

    BatchResource(Caller caller, ReportBatch reportBatch) {
        this.caller = caller;
        this.reportBatch = reportBatch;
    }

    @POST
    @Consumes(NDJSON)
    @Produces(NDJSON)
    @RolesAllowed(Role.CLINIC)
    @Operation(
            summary = "Report many sessions",
            description = "One report a line, each answered by one line, in order, as soon as it is stored durably. A"
                    + " line that is refused harms no other. May be repeated: the same report is stored once.")
    @APIResponse(
            responseCode = "200",
            description = "What became of each line",
            content =
                    @Content(
                            mediaType = NDJSON,
                            schema = @Schema(implementation = LineAnswer.class),
                            examples = {
                                @ExampleObject(name = "Stored", value = SessionExample.LINE_STORED),
                                @ExampleObject(name = "Refused", value = SessionExample.LINE_REFUSED)
                            }))
    @APIResponse(responseCode = "413", description = "Longer than 64 MiB")
    @APIResponse(responseCode = "415", description = "Not application/x-ndjson")
    public StreamingOutput report(
            @RequestBody(
                            required = true,
                            description = "Up to 64 MiB, up to 1 MiB a line",
                            content =
                                    @Content(
                                            mediaType = NDJSON,
                                            schema = @Schema(implementation = NewSession.class),
                                            examples = {
                                                @ExampleObject(name = "A line", value = SessionExample.LINE),
                                                @ExampleObject(
                                                        name = "A line that breaks a rule",
                                                        value = SessionExample.BAD_LINE)
                                            }))
                    InputStream body,
            @Context HttpServerResponse response) {
        String clinic = caller.clinic();
        String who = caller.who();
        response.setWriteQueueMaxSize(ANSWERS_HELD);
        return answers -> reportBatch.report(body, answers, clinic, who);
    }
}
