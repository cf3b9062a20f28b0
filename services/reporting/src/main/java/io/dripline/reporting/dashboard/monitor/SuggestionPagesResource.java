package io.dripline.reporting.dashboard.monitor;

import io.dripline.reporting.dashboard.layout.AnswerAway;
import io.dripline.reporting.dashboard.layout.AnswerPage;
import io.dripline.reporting.dashboard.layout.Frame;
import io.dripline.reporting.dashboard.layout.Frames;
import io.dripline.reporting.monitor.SuggestMonitors;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jdbi.v3.core.JdbiException;

/** Monitors that the sessions of late suggest; a page of its own, for it reads every cell of them. */
@Path("/monitors/suggestions")
@Blocking
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"safety-officer", "auditor"})
public class SuggestionPagesResource {

    private final SuggestMonitors suggestMonitors;
    private final Frames frames;
    private final SecurityIdentity identity;

    SuggestionPagesResource(SuggestMonitors suggestMonitors, Frames frames, SecurityIdentity identity) {
        this.suggestMonitors = suggestMonitors;
        this.frames = frames;
        this.identity = identity;
    }

    @CheckedTemplate
    static final class Templates {

        private Templates() {}

        static native TemplateInstance page(Frame frame, List<SuggestionView> suggestions, boolean officer);
    }

    @GET
    @Operation(hidden = true)
    public Response page() {
        List<SuggestionView> suggestions =
                suggestMonitors.suggest().stream().map(SuggestionView::new).toList();
        return AnswerPage.plain(
                Response.Status.OK.getStatusCode(),
                Templates.page(
                        frames.still("Suggested monitors", Frames.Part.MONITORS),
                        suggestions,
                        identity.hasRole("safety-officer")));
    }

    /** A person gets words in place of a problem document. */
    @ServerExceptionMapper
    Response withoutDatabase(JdbiException e) {
        return AnswerAway.answer(e);
    }
}
