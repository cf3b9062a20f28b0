package io.dripline.reporting.dashboard.clinic;

import io.dripline.reporting.caller.Caller;
import io.dripline.reporting.dashboard.layout.AnswerAway;
import io.dripline.reporting.dashboard.layout.AnswerRefusal;
import io.dripline.reporting.dashboard.layout.Frame;
import io.dripline.reporting.dashboard.layout.Frames;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jdbi.v3.core.JdbiException;

/** A clinic's own page: its rates, which keep themselves current, and its posting as of when the page was opened. */
@Path("/clinic")
@Blocking
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed("clinic")
public class ClinicResource {

    private final ShowClinic show;
    private final Frames frames;
    private final Caller caller;

    ClinicResource(ShowClinic show, Frames frames, Caller caller) {
        this.show = show;
        this.frames = frames;
        this.caller = caller;
    }

    @CheckedTemplate
    static final class Templates {

        private Templates() {}

        static native TemplateInstance page(Frame frame, ClinicView view, PostingView posting);

        static native TemplateInstance rates(ClinicView view);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance page() {
        String clinic = caller.clinic();
        return Templates.page(frames.live("Your clinic", Frames.Part.CLINIC), show.rates(clinic), show.posting(clinic));
    }

    @GET
    @Path("live")
    @Operation(hidden = true)
    public TemplateInstance fragment() {
        return Templates.rates(show.rates(caller.clinic()));
    }

    /** A person gets words in place of a problem document. */
    @ServerExceptionMapper
    Response withoutDatabase(JdbiException e) {
        return AnswerAway.answer(e);
    }

    /** A person gets words in place of a problem document. */
    @ServerExceptionMapper
    Response refused(HttpProblem e, HttpHeaders asked) {
        return AnswerRefusal.answer(e, asked);
    }
}
