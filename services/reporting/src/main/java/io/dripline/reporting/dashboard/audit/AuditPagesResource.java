package io.dripline.reporting.dashboard.audit;

import io.dripline.reporting.audit.AskLedgers;
import io.dripline.reporting.caller.Violations;
import io.dripline.reporting.caller.Violations.Violation;
import io.dripline.reporting.dashboard.download.Download;
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

/** Who did what, page by page and as a file. */
@Path("/audit")
@Blocking
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"safety-officer", "auditor"})
public class AuditPagesResource {

    private static final int OK = 200;
    private static final int PAGE = 50;

    private final AskLedgers ledgers;
    private final DeedsCsv deedsCsv;
    private final Frames frames;

    AuditPagesResource(AskLedgers ledgers, DeedsCsv deedsCsv, Frames frames) {
        this.ledgers = ledgers;
        this.deedsCsv = deedsCsv;
        this.frames = frames;
    }

    @CheckedTemplate
    static final class Templates {

        private Templates() {}

        static native TemplateInstance audit(Frame frame, AuditFilters filters, @Nullable AuditView view);
    }

    @GET
    @Operation(hidden = true)
    public Response page(@Context UriInfo uri) {
        MultivaluedMap<String, String> stated = uri.getQueryParameters();
        ReadFilters.Read read;
        try {
            read = ReadFilters.read(stated);
        } catch (HttpProblem refusal) {
            List<Violation> violations = Violations.namedBy(refusal);
            return html(refusal.getStatusCode(), AuditFilters.of(stated, violations), null);
        }
        AuditFilters filters = AuditFilters.of(stated, List.of());
        return html(OK, filters, AuditView.of(ledgers.ask(read.question(), read.after(), PAGE), filters, read.after()));
    }

    @GET
    @Path("deeds.csv")
    @Produces("text/csv")
    @Operation(hidden = true)
    public Response file(@Context UriInfo uri) {
        return Download.csv(
                "dripline-audit",
                deedsCsv.of(ReadFilters.read(uri.getQueryParameters()).question()));
    }

    private Response html(int status, AuditFilters filters, @Nullable AuditView view) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(Templates.audit(frames.still("Audit", Frames.Part.AUDIT), filters, view)
                        .render())
                .build();
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
