package io.dripline.reporting.dashboard.whatif;

import io.dripline.reporting.caller.Violations;
import io.dripline.reporting.dashboard.layout.AnswerPage;
import io.dripline.reporting.dashboard.layout.AnswerRefusal;
import io.dripline.reporting.dashboard.layout.FilterForm;
import io.dripline.reporting.dashboard.layout.Frame;
import io.dripline.reporting.dashboard.layout.Frames;
import io.dripline.reporting.evidence.WhatIf;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** What if so many of so many were affected: the answer of {@code /api/evidence}, in words. */
@Path("/what-if")
@Blocking
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"safety-officer", "auditor"})
public class WhatIfResource {

    private final Frames frames;

    WhatIfResource(Frames frames) {
        this.frames = frames;
    }

    @CheckedTemplate
    static final class Templates {

        private Templates() {}

        static native TemplateInstance page(Frame frame, FilterForm form, @Nullable WhatIfView view);
    }

    /** Without a number nothing was asked yet. */
    @GET
    @Operation(hidden = true)
    public Response page(@Context UriInfo uri) {
        MultivaluedMap<String, String> stated = uri.getQueryParameters();
        Violations violations = new Violations();
        violations.refuseUnknown(stated, NumbersForm.PARAMETERS);
        WhatIf whatIf = stated.isEmpty()
                ? null
                : WhatIf.read(
                        violations,
                        stated.getFirst("exposed"),
                        stated.getFirst("affected"),
                        stated.getFirst("p0"),
                        stated.getFirst("alpha"),
                        null,
                        null,
                        null);
        boolean isSound = violations.noted().isEmpty();
        return AnswerPage.plain(
                isSound
                        ? Response.Status.OK.getStatusCode()
                        : violations.problem().getStatusCode(),
                Templates.page(
                        frames.still("What if", Frames.Part.WHAT_IF),
                        NumbersForm.of(stated, violations.noted()),
                        whatIf == null || !isSound ? null : WhatIfView.of(whatIf)));
    }

    /** A person gets words in place of a problem document. */
    @ServerExceptionMapper
    Response refused(HttpProblem e, HttpHeaders asked) {
        return AnswerRefusal.answer(e, asked);
    }
}
