package io.dripline.reporting.dashboard.glossary;

import io.dripline.reporting.dashboard.layout.Frame;
import io.dripline.reporting.dashboard.layout.Frames;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What the words of statistics on the pages mean; other pages link to its anchors. */
@Path("/glossary")
@Blocking
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"clinic", "safety-officer", "auditor"})
public class GlossaryResource {

    private final Frames frames;

    GlossaryResource(Frames frames) {
        this.frames = frames;
    }

    @CheckedTemplate
    static final class Templates {

        private Templates() {}

        static native TemplateInstance glossary(Frame frame);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance page() {
        return Templates.glossary(frames.still("Glossary", Frames.Part.GLOSSARY));
    }
}
