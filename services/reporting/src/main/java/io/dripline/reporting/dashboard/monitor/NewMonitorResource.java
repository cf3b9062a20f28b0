package io.dripline.reporting.dashboard.monitor;

import io.dripline.reporting.baseline.Baselines;
import io.dripline.reporting.caller.Caller;
import io.dripline.reporting.caller.Violations;
import io.dripline.reporting.caller.Violations.Violation;
import io.dripline.reporting.dashboard.layout.Addresses;
import io.dripline.reporting.dashboard.layout.AnswerAway;
import io.dripline.reporting.dashboard.layout.AnswerPage;
import io.dripline.reporting.dashboard.layout.AnswerRefusal;
import io.dripline.reporting.dashboard.layout.Form;
import io.dripline.reporting.dashboard.layout.Frame;
import io.dripline.reporting.dashboard.layout.Frames;
import io.dripline.reporting.monitor.Monitors;
import io.dripline.reporting.monitor.SpentShares;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** A new monitor, from nothing or from what the address states, as suggestions and figures lead to it. */
@Path("/monitors/new")
@Blocking
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("safety-officer")
public class NewMonitorResource {

    private final Jdbi jdbi;
    private final Monitors monitors;
    private final SpentShares spentShares;
    private final Baselines baselines;
    private final MakeByForm makeByForm;
    private final Frames frames;
    private final Caller caller;

    NewMonitorResource(
            Jdbi jdbi,
            Monitors monitors,
            SpentShares spentShares,
            Baselines baselines,
            MakeByForm makeByForm,
            Frames frames,
            Caller caller) {
        this.jdbi = jdbi;
        this.monitors = monitors;
        this.spentShares = spentShares;
        this.baselines = baselines;
        this.makeByForm = makeByForm;
        this.frames = frames;
        this.caller = caller;
    }

    @CheckedTemplate
    static final class Templates {

        private Templates() {}

        static native TemplateInstance page(Frame frame, AlphaView alpha, MonitorForm form);
    }

    @GET
    @Operation(hidden = true)
    public Response form(@Context UriInfo uri) {
        Violations violations = new Violations();
        violations.refuseUnknown(uri.getQueryParameters(), MonitorForm.FIELDS);
        Map<String, String> stated = new HashMap<>();
        uri.getQueryParameters().forEach((name, values) -> stated.put(name, values.getFirst()));
        boolean isSound = violations.noted().isEmpty();
        return page(
                isSound
                        ? Response.Status.OK.getStatusCode()
                        : violations.problem().getStatusCode(),
                stated,
                isSound ? null : "The address states what this form does not have.",
                violations.noted(),
                null);
    }

    /** After a monitor that was made its page is shown; one that was not stays here as it was typed. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response make(@HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType, InputStream body) {
        Form form = Form.read(contentType, body, MonitorForm.FIELDS);
        return switch (makeByForm.make(form, caller.who())) {
            case MakeByForm.Outcome.Made(String id) ->
                Response.seeOther(URI.create(
                                Addresses.with(Addresses.monitor(id), Map.of("done", MonitorPagesResource.MADE))))
                        .build();
            case MakeByForm.Outcome.Refused(int status, List<Violation> violations) ->
                page(status, form.typed(), "Not made: something is missing or cannot be taken.", violations, null);
            case MakeByForm.Outcome.Same(String id) ->
                page(
                        Response.Status.CONFLICT.getStatusCode(),
                        form.typed(),
                        "Not made: there is a monitor that watches exactly this, and a share would be spent twice for the same.",
                        List.of(),
                        Addresses.monitor(id));
        };
    }

    private Response page(
            int status,
            Map<String, String> stated,
            @Nullable String refused,
            List<Violation> violations,
            @Nullable String same) {
        return AnswerPage.withForms(
                status,
                Templates.page(
                        frames.still("Make a monitor", Frames.Part.MONITORS),
                        AlphaView.of(jdbi.withHandle(spentShares::divided)),
                        MonitorForm.of(
                                stated, baselines, jdbi.withHandle(monitors::clinics), refused, violations, same)));
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
