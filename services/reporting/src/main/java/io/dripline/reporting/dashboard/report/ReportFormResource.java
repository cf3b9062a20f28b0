package io.dripline.reporting.dashboard.report;

import io.dripline.reporting.caller.Caller;
import io.dripline.reporting.dashboard.layout.AnswerRefusal;
import io.dripline.reporting.dashboard.layout.Form;
import io.dripline.reporting.dashboard.layout.Frame;
import io.dripline.reporting.dashboard.layout.Frames;
import io.dripline.reporting.posting.IntakeAwayException;
import io.dripline.reporting.posting.ReportSession;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** The form by which a clinic without a system of its own reports a session. */
@Path("/clinic/sessions/new")
@Blocking
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("clinic")
public class ReportFormResource {

    private static final int OK = 200;

    private final ReportByForm reportByForm;
    private final ReportSession reportSession;
    private final Frames frames;
    private final Caller caller;

    ReportFormResource(ReportByForm reportByForm, ReportSession reportSession, Frames frames, Caller caller) {
        this.reportByForm = reportByForm;
        this.reportSession = reportSession;
        this.frames = frames;
        this.caller = caller;
    }

    @CheckedTemplate
    static final class Templates {

        private Templates() {}

        static native TemplateInstance form(
                Frame frame,
                String clinic,
                ReportForm form,
                @Nullable Reported reported,
                @Nullable String notShown,
                boolean more);
    }

    /** @param id of a session that was just reported; what the address says is asked of intake before it is shown */
    @GET
    @Operation(hidden = true)
    public Response form(@QueryParam("reported") @Nullable String id) {
        try {
            return page(OK, reportByForm.empty(), reported(id), null, false);
        } catch (IntakeAwayException e) {
            return page(OK, reportByForm.empty(), null, e.getMessage(), false);
        }
    }

    /** After a session that was stored the page is read anew; one that was not stays on the page as it was typed. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response report(@HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType, InputStream body) {
        Form form = Form.read(contentType, body, TypedReport.NAMES);
        TypedReport typed = TypedReport.of(form);
        if (form.text(TypedReport.WHAT_TO_DO).equals("add")) {
            return page(OK, reportByForm.withOneMoreEvent(typed), null, null, true);
        }
        return switch (reportByForm.report(typed)) {
            case ReportByForm.Outcome.Done(UUID id) ->
                Response.seeOther(URI.create("/clinic/sessions/new?reported=" + id))
                        .build();
            case ReportByForm.Outcome.Refused(int status, ReportForm refused) ->
                page(status, refused, null, null, false);
        };
    }

    private Response page(
            int status, ReportForm form, @Nullable Reported reported, @Nullable String notShown, boolean more) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                // A form that is sent says where it comes from only to where its page's policy lets it.
                .header("Referrer-Policy", "same-origin")
                .entity(Templates.form(
                                frames.still("Report a session", Frames.Part.REPORT),
                                caller.clinic(),
                                form,
                                reported,
                                notShown,
                                more)
                        .render())
                .build();
    }

    private @Nullable Reported reported(@Nullable String id) {
        try {
            return Optional.ofNullable(id)
                    .map(UUID::fromString)
                    .flatMap(reportSession::find)
                    .map(Reported::of)
                    .orElse(null);
        } catch (IllegalArgumentException e) {
            // The address may be anybody's.
            return null;
        }
    }

    /** A person gets words in place of a problem document. */
    @ServerExceptionMapper
    Response refused(HttpProblem e, HttpHeaders asked) {
        return AnswerRefusal.answer(e, asked);
    }
}
