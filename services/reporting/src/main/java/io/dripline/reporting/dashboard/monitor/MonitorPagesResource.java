package io.dripline.reporting.dashboard.monitor;

import io.dripline.reporting.baseline.Baselines;
import io.dripline.reporting.caller.Caller;
import io.dripline.reporting.caller.ReadReason;
import io.dripline.reporting.caller.Violations;
import io.dripline.reporting.dashboard.download.Download;
import io.dripline.reporting.dashboard.layout.Addresses;
import io.dripline.reporting.dashboard.layout.AnswerAway;
import io.dripline.reporting.dashboard.layout.AnswerPage;
import io.dripline.reporting.dashboard.layout.AnswerRefusal;
import io.dripline.reporting.dashboard.layout.Form;
import io.dripline.reporting.dashboard.layout.Frame;
import io.dripline.reporting.dashboard.layout.Frames;
import io.dripline.reporting.dashboard.layout.ShownTime;
import io.dripline.reporting.monitor.DividedAlpha;
import io.dripline.reporting.monitor.Monitor;
import io.dripline.reporting.monitor.MonitorStatus;
import io.dripline.reporting.monitor.MonitorStep;
import io.dripline.reporting.monitor.MonitorSteps;
import io.dripline.reporting.monitor.Monitors;
import io.dripline.reporting.monitor.RetireMonitors;
import io.dripline.reporting.monitor.SpentShares;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** The monitors with what is left of alpha; one monitor, and its retirement. */
@Path("/monitors")
@Blocking
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"safety-officer", "auditor"})
public class MonitorPagesResource {

    private static final int OK = 200;
    private static final String STATUS = "status";

    /** What became of a monitor, as an address says it. */
    static final String MADE = "made";

    private static final String RETIRED = "retired";

    private final Jdbi jdbi;
    private final Monitors monitors;
    private final MonitorSteps steps;
    private final SpentShares spentShares;
    private final RetireMonitors retireMonitors;
    private final Baselines baselines;
    private final Frames frames;
    private final SecurityIdentity identity;
    private final Caller caller;

    MonitorPagesResource(
            Jdbi jdbi,
            Monitors monitors,
            MonitorSteps steps,
            SpentShares spentShares,
            RetireMonitors retireMonitors,
            Baselines baselines,
            Frames frames,
            SecurityIdentity identity,
            Caller caller) {
        this.jdbi = jdbi;
        this.monitors = monitors;
        this.steps = steps;
        this.spentShares = spentShares;
        this.retireMonitors = retireMonitors;
        this.baselines = baselines;
        this.frames = frames;
        this.identity = identity;
        this.caller = caller;
    }

    @CheckedTemplate
    static final class Templates {

        private Templates() {}

        static native TemplateInstance list(Frame frame, MonitorListView list, boolean officer);

        static native TemplateInstance refused(Frame frame, List<String> refused);

        static native TemplateInstance lines(MonitorListView list);

        static native TemplateInstance monitor(
                Frame frame, MonitorView view, @Nullable RetireForm form, @Nullable String done);
    }

    @GET
    @Operation(hidden = true)
    public Response list(@Context UriInfo uri) {
        Violations violations = new Violations();
        MonitorStatus status = status(violations, uri);
        // What is refused keeps no list current, which would take the place of what is wrong with it.
        return violations.noted().isEmpty()
                ? AnswerPage.plain(
                        OK,
                        Templates.list(
                                frames.live("Monitors", Frames.Part.MONITORS),
                                listed(status),
                                identity.hasRole("safety-officer")))
                : AnswerPage.plain(
                        violations.problem().getStatusCode(),
                        Templates.refused(
                                frames.still("Monitors", Frames.Part.MONITORS),
                                Violations.elsewhere(violations.noted(), Set.of())));
    }

    @GET
    @Path("live")
    @Operation(hidden = true)
    public TemplateInstance lines(@Context UriInfo uri) {
        return Templates.lines(asked(uri));
    }

    @GET
    @Path("monitors.csv")
    @Produces("text/csv")
    @Operation(hidden = true)
    public Response figures(@Context UriInfo uri) {
        return Download.csv("dripline-monitors", asked(uri).csv());
    }

    @GET
    @Path("alpha.csv")
    @Produces("text/csv")
    @Operation(hidden = true)
    public Response shares() {
        return Download.csv("dripline-alpha", listed(null).alpha().csv());
    }

    @GET
    @Path("alpha.svg")
    @Produces("image/svg+xml")
    @Operation(hidden = true)
    public Response picture() {
        return Download.svg("dripline-alpha", listed(null).alpha().picture());
    }

    private static @Nullable MonitorStatus status(Violations violations, UriInfo uri) {
        violations.refuseUnknown(uri.getQueryParameters(), Set.of(STATUS));
        return violations
                .readOne(STATUS, uri.getQueryParameters().getFirst(STATUS), MonitorStatus.class)
                .orElse(null);
    }

    private MonitorListView asked(UriInfo uri) {
        Violations violations = new Violations();
        MonitorStatus status = status(violations, uri);
        violations.refuseIfAny();
        return listed(status);
    }

    /** @param status null for any */
    private MonitorListView listed(@Nullable MonitorStatus status) {
        return jdbi.withHandle(handle -> {
            DividedAlpha divided = spentShares.divided(handle);
            return MonitorListView.of(
                    AlphaView.of(divided),
                    monitors.all(handle).stream().map(this::line).toList(),
                    status);
        });
    }

    private MonitorLine line(Monitor monitor) {
        return new MonitorLine(monitor, baselines.get(monitor.baseline()));
    }

    @GET
    @Path("{id}")
    @Operation(hidden = true)
    public Response monitor(@PathParam("id") String id, @QueryParam("done") @Nullable String done) {
        return monitor(OK, id, null, done);
    }

    /** After a retirement the page is read anew; one that was refused stays on the page as it was typed. */
    @POST
    @Path("{id}/retirement")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed("safety-officer")
    @Operation(hidden = true)
    public Response retire(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            InputStream body) {
        Form form = Form.read(contentType, body, Set.of("reason"));
        Violations violations = new Violations();
        String reason = ReadReason.from(violations, form.lines("reason"));
        String wrong = Violations.of(violations.noted(), "reason");
        if (wrong != null) {
            return monitor(
                    violations.problem().getStatusCode(),
                    id,
                    new RetireForm(form.lines("reason"), "Not retired: a reason is missing or cannot be taken.", wrong),
                    null);
        }
        return switch (retireMonitors.retire(id, reason, caller.who())) {
            case RetireMonitors.Outcome.Retired _ ->
                Response.seeOther(URI.create(Addresses.with(Addresses.monitor(id), Map.of("done", RETIRED))))
                        .build();
            case RetireMonitors.Outcome.RetiredBefore(MonitorStep step) ->
                monitor(
                        Response.Status.CONFLICT.getStatusCode(),
                        id,
                        new RetireForm(
                                form.lines("reason"),
                                "Not retired again: %s retired it %s."
                                        .formatted(step.by(), new ShownTime(step.at()).words()),
                                null),
                        null);
            case RetireMonitors.Outcome.Unknown _ -> throw unknown(id);
        };
    }

    /** Where a form was sent to: whoever comes back to it, by signing in anew, gets the page of the monitor. */
    @GET
    @Path("{id}/retirement")
    @Operation(hidden = true)
    public Response whereAFormWasSent(@PathParam("id") String id) {
        return Response.seeOther(URI.create(Addresses.monitor(id))).build();
    }

    private Response monitor(int status, String id, @Nullable RetireForm refused, @Nullable String done) {
        MonitorView view = jdbi.withHandle(handle ->
                        monitors.find(handle, id).map(monitor -> MonitorView.of(line(monitor), steps.of(handle, id))))
                .orElseThrow(() -> unknown(id));
        boolean isRetired = view.line().monitor().status() == MonitorStatus.RETIRED;
        // What was typed is kept though there is nothing to retire any more.
        RetireForm form = refused == null && !isRetired ? RetireForm.EMPTY : refused;
        return AnswerPage.withForms(
                status,
                Templates.monitor(
                        frames.still("Monitor: " + view.line().title(), Frames.Part.MONITORS),
                        view,
                        identity.hasRole("safety-officer") ? form : null,
                        done(done, view.line().monitor().status())));
    }

    /** The address may be an old one, or anybody's. */
    private static @Nullable String done(@Nullable String stated, MonitorStatus status) {
        if (RETIRED.equals(stated) && status == MonitorStatus.RETIRED) {
            return "Retired. It judges no more; its share of alpha stays spent, and its alerts stay.";
        }
        if (!MADE.equals(stated)) {
            return null;
        }
        return switch (status) {
            case ACTIVE ->
                "The monitor is made, and its share of alpha is spent. It judges what is counted from its first week on.";
            case WAITING_FOR_NULL ->
                "The monitor is made, and its share of alpha is spent. It waits until its figure is given a null.";
            case RETIRED -> null;
        };
    }

    private static HttpProblem unknown(String id) {
        return HttpProblem.valueOf(Response.Status.NOT_FOUND, "There is no monitor " + id + ".");
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
