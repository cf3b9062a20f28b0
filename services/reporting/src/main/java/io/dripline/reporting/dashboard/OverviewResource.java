package io.dripline.reporting.dashboard;

import io.dripline.reporting.alert.Alerts;
import io.dripline.reporting.baseline.Baselines;
import io.dripline.reporting.comparison.CompareMonitors;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jdbi.v3.core.Jdbi;

/** The overview: the whole page, and the part of it that is asked for again with every change. */
@Path("/")
@Blocking
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"safety-officer", "auditor"})
public class OverviewResource {

    private final CompareMonitors compareMonitors;
    private final Alerts alerts;
    private final Jdbi jdbi;
    private final DescribeOverview describe;
    private final Clock clock;
    private final SecurityIdentity identity;

    OverviewResource(
            CompareMonitors compareMonitors,
            Alerts alerts,
            Baselines baselines,
            Jdbi jdbi,
            Clock clock,
            SecurityIdentity identity) {
        this.compareMonitors = compareMonitors;
        this.alerts = alerts;
        this.jdbi = jdbi;
        this.describe = new DescribeOverview(baselines);
        this.clock = clock;
        this.identity = identity;
    }

    @CheckedTemplate
    static final class Templates {

        private Templates() {}

        static native TemplateInstance page(Overview overview, String person);

        static native TemplateInstance overview(Overview overview);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance page() {
        return Templates.page(overview(), identity.getPrincipal().getName());
    }

    @GET
    @Path("overview")
    @Operation(hidden = true)
    public TemplateInstance fragment() {
        return Templates.overview(overview());
    }

    private Overview overview() {
        return describe.describe(
                compareMonitors.compare(monitor -> true), jdbi.withHandle(alerts::all), clock.instant());
    }
}
