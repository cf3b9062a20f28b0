package io.dripline.reporting.dashboard.alert;

import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.alert.AlertState;
import io.dripline.reporting.alert.Alerts;
import io.dripline.reporting.alert.DescribeAlert;
import io.dripline.reporting.baseline.Baselines;
import io.dripline.reporting.behalf.Answer;
import io.dripline.reporting.caller.Caller;
import io.dripline.reporting.caller.Violations;
import io.dripline.reporting.cases.CasePlace;
import io.dripline.reporting.cases.Cases;
import io.dripline.reporting.cases.NumberedPage;
import io.dripline.reporting.dashboard.chart.Drawing;
import io.dripline.reporting.dashboard.download.Download;
import io.dripline.reporting.dashboard.layout.AnswerAway;
import io.dripline.reporting.dashboard.layout.AnswerPage;
import io.dripline.reporting.dashboard.layout.AnswerRefusal;
import io.dripline.reporting.dashboard.layout.ClassificationWords;
import io.dripline.reporting.dashboard.layout.Form;
import io.dripline.reporting.dashboard.layout.Frame;
import io.dripline.reporting.dashboard.layout.Frames;
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
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** The list of alerts; one alert, and what officers do about it. */
@Path("/alerts")
@Blocking
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"safety-officer", "auditor"})
public class AlertPagesResource {

    private static final int OK = 200;
    private static final String STATE = "state";

    private final Jdbi jdbi;
    private final Alerts alerts;
    private final Baselines baselines;
    private final DescribeAlert describeAlert;
    private final Cases cases;
    private final TakeStepByForm takeStep;
    private final Frames frames;
    private final SecurityIdentity identity;
    private final Caller caller;

    AlertPagesResource(
            Jdbi jdbi,
            Alerts alerts,
            Baselines baselines,
            DescribeAlert describeAlert,
            Cases cases,
            TakeStepByForm takeStep,
            Frames frames,
            SecurityIdentity identity,
            Caller caller) {
        this.jdbi = jdbi;
        this.alerts = alerts;
        this.baselines = baselines;
        this.describeAlert = describeAlert;
        this.cases = cases;
        this.takeStep = takeStep;
        this.frames = frames;
        this.identity = identity;
        this.caller = caller;
    }

    @CheckedTemplate
    static final class Templates {

        private Templates() {}

        static native TemplateInstance list(Frame frame, AlertListView list);

        static native TemplateInstance lines(AlertListView list);

        static native TemplateInstance refused(Frame frame, List<String> refused);

        static native TemplateInstance page(
                Frame frame, AlertView view, List<StepForm> forms, @Nullable String done, boolean officer);

        static native TemplateInstance alert(AlertView view);

        static native TemplateInstance cases(Frame frame, CasesView view);
    }

    @GET
    @Operation(hidden = true)
    public Response list(@Context UriInfo uri) {
        Violations violations = new Violations();
        AlertState state = state(violations, uri);
        // What is refused keeps no list current, which would take the place of what is wrong with it.
        return violations.noted().isEmpty()
                ? AnswerPage.withForms(OK, Templates.list(frames.live("Alerts", Frames.Part.ALERTS), listed(state)))
                : AnswerPage.plain(
                        violations.problem().getStatusCode(),
                        Templates.refused(
                                frames.still("Alerts", Frames.Part.ALERTS),
                                Violations.elsewhere(violations.noted(), Set.of())));
    }

    @GET
    @Path("live")
    @Operation(hidden = true)
    public TemplateInstance lines(@Context UriInfo uri) {
        Violations violations = new Violations();
        AlertState state = state(violations, uri);
        violations.refuseIfAny();
        return Templates.lines(listed(state));
    }

    private static @Nullable AlertState state(Violations violations, UriInfo uri) {
        violations.refuseUnknown(uri.getQueryParameters(), Set.of(STATE));
        return violations
                .readOne(STATE, uri.getQueryParameters().getFirst(STATE), AlertState.class)
                .orElse(null);
    }

    /** @param state null for any */
    private AlertListView listed(@Nullable AlertState state) {
        return AlertListView.of(jdbi.withHandle(alerts::all), state);
    }

    @GET
    @Path("{id}")
    @Operation(hidden = true)
    public Response page(@PathParam("id") String id, @QueryParam("done") @Nullable String done) {
        Alert alert = find(id);
        String message = done == null
                ? null
                : AlertStage.named(done)
                        // The address may be an old one, or anybody's.
                        .filter(stage -> stage.leadsTo() == alert.state())
                        .map(AlertStage::done)
                        .orElse(null);
        return page(OK, alert, null, message);
    }

    @GET
    @Path("{id}/live")
    @Operation(hidden = true)
    public TemplateInstance fragment(@PathParam("id") String id) {
        return Templates.alert(view(find(id)));
    }

    @GET
    @Path("{id}/evidence.svg")
    @Produces("image/svg+xml")
    @Operation(hidden = true)
    public Response picture(@PathParam("id") String id) {
        Drawing picture = view(find(id)).picture();
        if (picture == null) {
            throw HttpProblem.valueOf(Response.Status.NOT_FOUND, "Of this alert no week was kept that could be drawn.");
        }
        return Download.svg("dripline-alert-" + id, picture);
    }

    @GET
    @Path("{id}/evidence.csv")
    @Produces("text/csv")
    @Operation(hidden = true)
    public Response figures(@PathParam("id") String id) {
        return Download.csv("dripline-alert-" + id, AlertCsv.of(view(find(id))));
    }

    /** The line listing: who is affected, without a person in it. */
    @GET
    @Path("{id}/cases")
    @Operation(hidden = true)
    public Response cases(
            @PathParam("id") String id,
            @QueryParam("after") @Nullable String after,
            @QueryParam("from") @Nullable String from) {
        Alert alert = find(id);
        CasePlace place = place(after, from);
        Answer<NumberedPage> answer = cases.behind(alert, place);
        return AnswerPage.plain(
                ClassificationWords.status(answer),
                Templates.cases(
                        frames.still("Cases: " + DescribeAlertPage.title(alert), Frames.Part.ALERTS),
                        CasesView.of(alert, answer, place, cases.most())));
    }

    private CasePlace place(@Nullable String after, @Nullable String from) {
        String behind = after == null || after.isEmpty() ? null : after;
        if (from == null || from.isEmpty()) {
            return new CasePlace(behind, 1);
        }
        // Further on nobody pages to, and what lies before is asked for again each time.
        if (!from.matches("[1-9][0-9]{0,4}") || Integer.parseInt(from) > cases.most()) {
            throw HttpProblem.valueOf(Response.Status.BAD_REQUEST, CasesView.NO_PAGE);
        }
        return new CasePlace(behind, Integer.parseInt(from));
    }

    @GET
    @Path("{id}/cases.csv")
    @Produces("text/csv")
    @Operation(hidden = true)
    public Response casesFile(@PathParam("id") String id) {
        Alert alert = find(id);
        return Download.csv(
                "dripline-alert-%s-cases".formatted(id), CasesCsv.of(alert, cases.allBehind(alert), cases.most()));
    }

    /** After a step that was taken the page is read anew; one that was not stays on the page as it was typed. */
    @POST
    @Path("{id}/{step}")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed("safety-officer")
    @Operation(hidden = true)
    public Response step(
            @PathParam("id") String id,
            @PathParam("step") String step,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            InputStream body) {
        Alert alert = find(id);
        AlertStage stage = stage(step);
        Form form = Form.read(contentType, body, TakeStepByForm.FIELDS);
        return switch (takeStep.take(alert.id(), stage, form, caller.who())) {
            case TakeStepByForm.Outcome.Done _ ->
                Response.seeOther(URI.create("/alerts/%s?done=%s".formatted(alert.id(), stage.path())))
                        .build();
            case TakeStepByForm.Outcome.Refused(int status, StepForm refused) -> page(status, find(id), refused, null);
        };
    }

    /** Where a form was sent to: whoever comes back to it, by signing in anew, gets the page of the alert. */
    @GET
    @Path("{id}/{step}")
    @Operation(hidden = true)
    public Response whereAFormWasSent(@PathParam("id") String id, @PathParam("step") String step) {
        stage(step);
        return Response.seeOther(URI.create("/alerts/" + find(id).id())).build();
    }

    private static AlertStage stage(String step) {
        return AlertStage.named(step)
                .orElseThrow(
                        () -> HttpProblem.valueOf(Response.Status.NOT_FOUND, "There is no step %s.".formatted(step)));
    }

    private Response page(int status, Alert alert, @Nullable StepForm refused, @Nullable String done) {
        boolean officer = identity.hasRole("safety-officer");
        return AnswerPage.withForms(
                status,
                Templates.page(
                        frames.live("Alert: " + DescribeAlertPage.title(alert), Frames.Part.ALERTS),
                        view(alert),
                        officer ? forms(alert, refused) : List.of(),
                        done,
                        officer));
    }

    /** What can be done now, and what was refused though it cannot any more: what was typed is kept. */
    private static List<StepForm> forms(Alert alert, @Nullable StepForm refused) {
        return Arrays.stream(AlertStage.values())
                .filter(stage -> stage.mayFollow(alert) || refused != null && refused.stage() == stage)
                .map(stage -> refused != null && refused.stage() == stage ? refused : StepForm.empty(stage, alert))
                .toList();
    }

    private AlertView view(Alert alert) {
        return DescribeAlertPage.of(alert, describeAlert.describe(alert), baselines);
    }

    private Alert find(String id) {
        UUID parsed;
        try {
            parsed = UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw unknown(id);
        }
        return jdbi.withHandle(handle -> alerts.find(handle, parsed)).orElseThrow(() -> unknown(id));
    }

    private static HttpProblem unknown(String id) {
        return HttpProblem.valueOf(Response.Status.NOT_FOUND, "There is no alert " + id + ".");
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
