package io.dripline.reporting.dashboard.overview;

import io.dripline.reporting.caller.Caller;
import io.dripline.reporting.dashboard.download.Download;
import io.dripline.reporting.dashboard.layout.AnswerAway;
import io.dripline.reporting.dashboard.layout.Frame;
import io.dripline.reporting.dashboard.layout.Frames;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jdbi.v3.core.JdbiException;

/** The overview: the whole page, the part of it that is asked for again with every change, and its picture and figures as files. */
@Path("/")
@Blocking
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed({"safety-officer", "auditor"})
public class OverviewResource {

    private final ShowOverview show;
    private final Frames frames;
    private final Caller caller;

    OverviewResource(ShowOverview show, Frames frames, Caller caller) {
        this.show = show;
        this.frames = frames;
        this.caller = caller;
    }

    @CheckedTemplate
    static final class Templates {

        private Templates() {}

        static native TemplateInstance page(Frame frame, RawString content);

        static native TemplateInstance overview(Overview overview);
    }

    /** Whoever signs in comes here; people of a clinic are led to their own page. */
    @GET
    @RolesAllowed({"clinic", "safety-officer", "auditor"})
    @Operation(hidden = true)
    public Uni<Response> page() {
        if (!caller.seesEveryClinic()) {
            return Uni.createFrom()
                    .item(Response.seeOther(URI.create("/clinic")).build());
        }
        Frame frame = frames.live("Overview", Frames.Part.OVERVIEW);
        return show.fragment()
                .map(content -> Response.ok(
                                Templates.page(frame, new RawString(content)).render())
                        .build());
    }

    @GET
    @Path("overview")
    @Operation(hidden = true)
    public Uni<String> fragment() {
        return show.fragment();
    }

    @GET
    @Path("overview/systems.svg")
    @Produces("image/svg+xml")
    @Operation(hidden = true)
    public Response picture() {
        return Download.svg("dripline-systems", show.overview().picture());
    }

    @GET
    @Path("overview/systems.csv")
    @Produces("text/csv")
    @Operation(hidden = true)
    public Response figures() {
        return Download.csv("dripline-systems", SystemsCsv.of(show.overview()));
    }

    /** A person gets words in place of a problem document. */
    @ServerExceptionMapper
    Response withoutDatabase(JdbiException e) {
        return AnswerAway.answer(e);
    }
}
