package io.dripline.reporting.dashboard.baseline;

import io.dripline.reporting.baseline.Baseline;
import io.dripline.reporting.baseline.BaselineNull;
import io.dripline.reporting.baseline.BaselineNulls;
import io.dripline.reporting.baseline.Baselines;
import io.dripline.reporting.caller.Caller;
import io.dripline.reporting.caller.Violations;
import io.dripline.reporting.dashboard.download.Download;
import io.dripline.reporting.dashboard.layout.Addresses;
import io.dripline.reporting.dashboard.layout.AnswerAway;
import io.dripline.reporting.dashboard.layout.AnswerPage;
import io.dripline.reporting.dashboard.layout.AnswerRefusal;
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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** The catalogue of published figures; one figure, and the nulls that officers give it. */
@Path("/baselines")
@Blocking
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"safety-officer", "auditor"})
public class BaselinePagesResource {

    private static final int OK = 200;
    private static final String GIVEN = "null";

    private final Jdbi jdbi;
    private final Baselines baselines;
    private final BaselineNulls nulls;
    private final SystemsOfMeasures systems;
    private final GiveNullByForm giveNull;
    private final MonitorsOfFigure monitorsOfFigure;
    private final Frames frames;
    private final SecurityIdentity identity;
    private final Caller caller;

    BaselinePagesResource(
            Jdbi jdbi,
            Baselines baselines,
            BaselineNulls nulls,
            SystemsOfMeasures systems,
            GiveNullByForm giveNull,
            MonitorsOfFigure monitorsOfFigure,
            Frames frames,
            SecurityIdentity identity,
            Caller caller) {
        this.jdbi = jdbi;
        this.baselines = baselines;
        this.nulls = nulls;
        this.systems = systems;
        this.giveNull = giveNull;
        this.monitorsOfFigure = monitorsOfFigure;
        this.frames = frames;
        this.identity = identity;
        this.caller = caller;
    }

    @CheckedTemplate
    static final class Templates {

        private Templates() {}

        static native TemplateInstance catalogue(Frame frame, CatalogueView view);

        static native TemplateInstance figure(
                Frame frame,
                FigureView view,
                List<MadeMonitor> monitors,
                @Nullable NullForm form,
                @Nullable String done);
    }

    @GET
    @Operation(hidden = true)
    public Response catalogue(@Context UriInfo uri) {
        Violations violations = new Violations();
        CatalogueView view = view(violations, uri);
        return AnswerPage.plain(
                view.filters().isRefused() ? violations.problem().getStatusCode() : OK,
                Templates.catalogue(frames.still("Literature", Frames.Part.BASELINES), view));
    }

    @GET
    @Path("figures.csv")
    @Produces("text/csv")
    @Operation(hidden = true)
    public Response figures(@Context UriInfo uri) {
        Violations violations = new Violations();
        CatalogueView view = view(violations, uri);
        violations.refuseIfAny();
        return Download.csv("dripline-literature", CatalogueCsv.of(view.figures()));
    }

    private CatalogueView view(Violations violations, UriInfo uri) {
        MultivaluedMap<String, String> stated = uri.getQueryParameters();
        List<Baseline> all = baselines.all();
        Set<String> measures = all.stream().map(Baseline::measure).collect(Collectors.toSet());
        AskedFigures asked = AskedFigures.read(violations, stated, measures);
        List<Baseline> shown = violations.noted().isEmpty()
                ? all.stream().filter(figure -> asked.holds(figure, systems)).toList()
                : List.of();
        Map<String, List<BaselineNull>> nullsOf = jdbi.withHandle(handle -> nulls.of(handle, shown));
        Map<String, String> filters = new LinkedHashMap<>();
        stated.forEach((name, values) -> {
            if (!values.getFirst().isEmpty()) {
                filters.put(name, values.getFirst());
            }
        });
        return new CatalogueView(
                CatalogueView.filters(stated, measures, violations.noted()),
                Addresses.with("", filters),
                shown.stream()
                        .map(figure -> FigureView.of(figure, nullsOf.getOrDefault(figure.id(), List.of())))
                        .toList(),
                all.size());
    }

    @GET
    @Path("{id}")
    @Operation(hidden = true)
    public Response figure(@PathParam("id") String id, @QueryParam("done") @Nullable String done) {
        return figure(OK, find(id), null, done);
    }

    /** After a null that was given the page is read anew; one that was not stays on the page as it was typed. */
    @POST
    @Path("{id}/null")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed("safety-officer")
    @Operation(hidden = true)
    public Response give(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            InputStream body) {
        Baseline figure = find(id);
        Form form = Form.read(contentType, body, GiveNullByForm.FIELDS);
        return switch (giveNull.give(figure, form, caller.who())) {
            case GiveNullByForm.Outcome.Done _ ->
                Response.seeOther(URI.create(Addresses.with(Addresses.figure(figure.id()), Map.of("done", GIVEN))))
                        .build();
            case GiveNullByForm.Outcome.Refused(int status, NullForm refused) -> figure(status, figure, refused, null);
        };
    }

    /** Where a form was sent to: whoever comes back to it, by signing in anew, gets the page of the figure. */
    @GET
    @Path("{id}/null")
    @Operation(hidden = true)
    public Response whereAFormWasSent(@PathParam("id") String id) {
        return Response.seeOther(URI.create(Addresses.figure(find(id).id()))).build();
    }

    private Response figure(int status, Baseline figure, @Nullable NullForm refused, @Nullable String done) {
        List<BaselineNull> all = jdbi.withHandle(handle -> nulls.of(handle, figure));
        NullForm form = refused == null ? NullForm.after(all.isEmpty() ? null : all.getFirst(), figure) : refused;
        FigureView view = FigureView.of(figure, all);
        return AnswerPage.withForms(
                status,
                Templates.figure(
                        frames.still("%s: %s".formatted(figure.study(), view.measure()), Frames.Part.BASELINES),
                        view,
                        monitorsOfFigure.of(figure.id()),
                        identity.hasRole("safety-officer") ? form : null,
                        // The address may be an old one, or anybody's.
                        GIVEN.equals(done) && form.revision() > 0 ? "The null is given." : null));
    }

    private Baseline find(String id) {
        return baselines
                .find(id)
                .orElseThrow(() -> HttpProblem.valueOf(Response.Status.NOT_FOUND, "There is no figure " + id + "."));
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
