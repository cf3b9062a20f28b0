package io.dripline.reporting.dashboard.clinics;

import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.caller.Violations;
import io.dripline.reporting.caller.Violations.Violation;
import io.dripline.reporting.dashboard.chart.Drawing;
import io.dripline.reporting.dashboard.download.Download;
import io.dripline.reporting.dashboard.layout.AnswerAway;
import io.dripline.reporting.dashboard.layout.AnswerPage;
import io.dripline.reporting.dashboard.layout.AnswerRefusal;
import io.dripline.reporting.dashboard.layout.FilterForm;
import io.dripline.reporting.dashboard.layout.Frame;
import io.dripline.reporting.dashboard.layout.Frames;
import io.dripline.reporting.incidence.AnswerIncidence;
import io.dripline.reporting.incidence.IncidenceQuestion;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** The clinics beside one another: the whole page, the part of it that is asked for again with every change, and the files. */
@Path("/clinics")
@Blocking
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"safety-officer", "auditor"})
public class ClinicsResource {

    private static final String UNIT = "unit";

    private final AnswerIncidence answerIncidence;
    private final ShowClinics show;
    private final Frames frames;

    ClinicsResource(AnswerIncidence answerIncidence, ShowClinics show, Frames frames) {
        this.answerIncidence = answerIncidence;
        this.show = show;
        this.frames = frames;
    }

    @CheckedTemplate
    static final class Templates {

        private Templates() {}

        static native TemplateInstance page(Frame frame, FilterForm filters, @Nullable ClinicsView view);

        static native TemplateInstance clinics(ClinicsView view);
    }

    @GET
    @Operation(hidden = true)
    public Response page(@Context UriInfo uri) {
        MultivaluedMap<String, String> stated = uri.getQueryParameters();
        try {
            ClinicsView view = show.view(question(uri));
            return AnswerPage.plain(
                    Response.Status.OK.getStatusCode(),
                    Templates.page(
                            frames.live("Clinics", Frames.Part.CLINICS), ClinicFilters.of(stated, List.of()), view));
        } catch (HttpProblem refusal) {
            List<Violation> violations = Violations.namedBy(refusal);
            if (violations.isEmpty()) {
                throw refusal;
            }
            return AnswerPage.plain(
                    refusal.getStatusCode(),
                    Templates.page(
                            frames.still("Clinics", Frames.Part.CLINICS), ClinicFilters.of(stated, violations), null));
        }
    }

    @GET
    @Path("live")
    @Operation(hidden = true)
    public TemplateInstance fragment(@Context UriInfo uri) {
        return Templates.clinics(show.view(question(uri)));
    }

    @GET
    @Path("funnel.svg")
    @Produces("image/svg+xml")
    @Operation(hidden = true)
    public Response picture(@Context UriInfo uri) {
        Drawing picture = show.view(question(uri)).picture();
        if (picture == null) {
            throw HttpProblem.valueOf(Response.Status.NOT_FOUND, "There is nothing to draw in funnel.svg yet.");
        }
        return Download.svg("dripline-clinics", picture);
    }

    @GET
    @Path("clinics.csv")
    @Produces("text/csv")
    @Operation(hidden = true)
    public Response figures(@Context UriInfo uri) {
        return Download.csv("dripline-clinics", ClinicsCsv.of(show.view(question(uri))));
    }

    /** Of first courses unless something else is stated: sessions of one patient are not independent. */
    private IncidenceQuestion question(UriInfo uri) {
        MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
        parameters.putAll(uri.getQueryParameters());
        String unit = parameters.getFirst(UNIT);
        if (unit == null || unit.isEmpty()) {
            parameters.putSingle(UNIT, Unit.FIRST_COURSE.name());
        }
        return answerIncidence.askByClinic(parameters);
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
