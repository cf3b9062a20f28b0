package io.dripline.reporting.dashboard.measure;

import io.dripline.reporting.caller.Violations;
import io.dripline.reporting.caller.Violations.Violation;
import io.dripline.reporting.dashboard.layout.AnswerAway;
import io.dripline.reporting.dashboard.layout.AnswerRefusal;
import io.dripline.reporting.dashboard.layout.FilterForm;
import io.dripline.reporting.dashboard.layout.Frame;
import io.dripline.reporting.dashboard.layout.Frames;
import io.dripline.reporting.dashboard.layout.Words;
import io.dripline.reporting.incidence.AnswerIncidence;
import io.dripline.reporting.incidence.IncidenceQuestion;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** One measure: the whole page, the part of it that is asked for again with every change, and what is behind it as files. */
@Path("/measures/{measure}")
@Blocking
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"safety-officer", "auditor"})
public class MeasureResource {

    private final AnswerIncidence answerIncidence;
    private final ShowMeasure show;
    private final Frames frames;

    MeasureResource(AnswerIncidence answerIncidence, ShowMeasure show, Frames frames) {
        this.answerIncidence = answerIncidence;
        this.show = show;
        this.frames = frames;
    }

    @CheckedTemplate
    static final class Templates {

        private Templates() {}

        static native TemplateInstance page(
                Frame frame,
                List<MeasureTab> tabs,
                String id,
                String name,
                FilterForm filters,
                @Nullable MeasureView view);

        static native TemplateInstance measure(MeasureView view);
    }

    @GET
    @Operation(hidden = true)
    public Response page(@PathParam("measure") String measure, @Context UriInfo uri) {
        requireKnown(measure);
        MultivaluedMap<String, String> stated = uri.getQueryParameters();
        List<String> clinics = show.clinics();
        try {
            MeasureView view = show.view(answerIncidence.weekly(measure, stated));
            return page(Response.Status.OK.getStatusCode(), measure, Filters.of(stated, clinics, List.of()), view);
        } catch (HttpProblem refusal) {
            List<Violation> violations = Violations.namedBy(refusal);
            if (violations.isEmpty()) {
                throw refusal;
            }
            return page(refusal.getStatusCode(), measure, Filters.of(stated, clinics, violations), null);
        }
    }

    private Response page(int status, String measure, FilterForm filters, @Nullable MeasureView view) {
        String name = Words.measure(measure);
        Frame frame = view == null ? frames.still(name, Frames.Part.MEASURES) : frames.live(name, Frames.Part.MEASURES);
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(Templates.page(frame, MeasureTab.around(measure), measure, name, filters, view)
                        .render())
                .build();
    }

    @GET
    @Path("live")
    @Operation(hidden = true)
    public TemplateInstance fragment(@PathParam("measure") String measure, @Context UriInfo uri) {
        return Templates.measure(show.view(question(measure, uri)));
    }

    @GET
    @Path("{file}")
    @Produces(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response file(@PathParam("measure") String measure, @PathParam("file") String file, @Context UriInfo uri) {
        return MeasureFile.named(file)
                .orElseThrow(() -> HttpProblem.valueOf(
                        Response.Status.NOT_FOUND,
                        "There is no file %s; expected one of %s.".formatted(file, MeasureFile.names())))
                .of(show.view(question(measure, uri)));
    }

    private IncidenceQuestion question(String measure, UriInfo uri) {
        requireKnown(measure);
        return answerIncidence.weekly(measure, uri.getQueryParameters());
    }

    private void requireKnown(String measure) {
        if (!answerIncidence.knows(measure)) {
            throw HttpProblem.valueOf(Response.Status.NOT_FOUND, "There is no measure " + measure + ".");
        }
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
