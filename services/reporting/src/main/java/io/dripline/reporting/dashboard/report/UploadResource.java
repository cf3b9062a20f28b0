package io.dripline.reporting.dashboard.report;

import io.dripline.reporting.caller.Caller;
import io.dripline.reporting.dashboard.download.Csv;
import io.dripline.reporting.dashboard.download.Download;
import io.dripline.reporting.dashboard.layout.AnswerRefusal;
import io.dripline.reporting.dashboard.layout.Frame;
import io.dripline.reporting.dashboard.layout.Frames;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Many sessions at once, as a file. */
@Path("/clinic/sessions/upload")
@Blocking
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("clinic")
public class UploadResource {

    private static final int OK = 200;
    private static final int REFUSED = 422;
    private static final int AWAY = 503;

    private final ReportSheet reportSheet;
    private final Frames frames;
    private final Caller caller;

    UploadResource(ReportSheet reportSheet, Frames frames, Caller caller) {
        this.reportSheet = reportSheet;
        this.frames = frames;
        this.caller = caller;
    }

    @CheckedTemplate
    static final class Templates {

        private Templates() {}

        static native TemplateInstance page(
                Frame frame,
                String clinic,
                List<UploadColumn> columns,
                String zone,
                @Nullable UploadRefusal refused,
                @Nullable UploadAnswer answer);
    }

    @GET
    @Operation(hidden = true)
    public Response page() {
        return page(OK, "", null, null);
    }

    /** A file to begin with: the names of the columns, and below them a note that explains each. */
    @GET
    @Path("template.csv")
    @Produces("text/csv")
    @Operation(hidden = true)
    public Response template() {
        List<UploadColumn> columns = UploadColumn.ofTheTemplate();
        Csv csv = new Csv(columns.stream().map(UploadColumn::name).toList());
        csv.row(Stream.concat(
                        Stream.of(ReportSheet.NOTE + columns.getFirst().explained()),
                        columns.stream().skip(1).map(UploadColumn::explained))
                .toArray());
        return Download.csv("dripline-sessions", csv);
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response upload(@HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType, InputStream body) {
        try (UploadedFile file = UploadedFile.read(contentType, body)) {
            return answer(file);
        } catch (IOException e) {
            throw new UncheckedIOException("an uploaded file could not be read again", e);
        }
    }

    private Response answer(UploadedFile file) throws IOException {
        try {
            if (file.length() == 0) {
                throw new FileRefusedException("Choose a file with something in it; nothing was reported.");
            }
            UploadAnswer answer = reportSheet.report(file, zone(file.zone()));
            return page(answer.away() == null ? OK : AWAY, file.zone(), null, answer);
        } catch (FileRefusedException e) {
            return page(REFUSED, file.zone(), new UploadRefusal(String.valueOf(e.getMessage()), e.particulars()), null);
        }
    }

    /** None where every time has its offset. */
    private static @Nullable ZoneId zone(String typed) throws FileRefusedException {
        try {
            return typed.isBlank() ? null : ClinicTime.zone(typed.strip());
        } catch (IllegalArgumentException e) {
            throw new FileRefusedException("Time zone: %s. Nothing was reported.".formatted(e.getMessage()));
        }
    }

    private Response page(int status, String zone, @Nullable UploadRefusal refused, @Nullable UploadAnswer answer) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                // A form that is sent says where it comes from only to where its page's policy lets it.
                .header("Referrer-Policy", "same-origin")
                .entity(Templates.page(
                                frames.still("Report sessions as a file", Frames.Part.UPLOAD),
                                caller.clinic(),
                                UploadColumn.ofTheTemplate(),
                                zone,
                                refused,
                                answer)
                        .render())
                .build();
    }

    /** A person gets words in place of a problem document. */
    @ServerExceptionMapper
    Response refused(HttpProblem e, HttpHeaders asked) {
        return AnswerRefusal.answer(e, asked);
    }
}
