package io.dripline.reporting.dashboard;

import io.dripline.reporting.alert.Alerts;
import io.dripline.reporting.baseline.Baselines;
import io.dripline.reporting.comparison.CompareMonitors;
import io.dripline.reporting.database.AnswerDatabaseFailures;
import io.dripline.reporting.database.DatabaseAway;
import io.dripline.reporting.incidence.FollowingStatus;
import io.dripline.reporting.incidence.Incidences;
import io.dripline.reporting.monitor.DividedAlpha;
import io.dripline.reporting.monitor.SpentShares;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

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
    private final Incidences incidences;
    private final FollowingStatus following;
    private final SpentShares spentShares;
    private final SecurityIdentity identity;

    OverviewResource(
            CompareMonitors compareMonitors,
            Alerts alerts,
            Baselines baselines,
            Jdbi jdbi,
            Incidences incidences,
            @Readiness FollowingStatus following,
            SpentShares spentShares,
            SecurityIdentity identity) {
        this.compareMonitors = compareMonitors;
        this.alerts = alerts;
        this.jdbi = jdbi;
        this.describe = new DescribeOverview(baselines);
        this.incidences = incidences;
        this.following = following;
        this.spentShares = spentShares;
        this.identity = identity;
    }

    @CheckedTemplate
    static final class Templates {

        private Templates() {}

        static native TemplateInstance page(Overview overview, String officersShares, String person);

        static native TemplateInstance overview(Overview overview, String officersShares);

        static native TemplateInstance away(int retryAfter);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance page() {
        return Templates.page(
                overview(), officersShares(), identity.getPrincipal().getName());
    }

    @GET
    @Path("overview")
    @Operation(hidden = true)
    public TemplateInstance fragment() {
        return Templates.overview(overview(), officersShares());
    }

    /** Read in this order, so that what is shown is never older than it says. */
    private Overview overview() {
        Instant asOf = jdbi.withHandle(incidences::active).appliedAt();
        return describe.describe(
                compareMonitors.compare(monitor -> true),
                jdbi.withHandle(alerts::all),
                asOf,
                following.whyNotCurrent());
    }

    private String officersShares() {
        DividedAlpha.Part officers = jdbi.withHandle(spentShares::divided).officers();
        return "%s of %s".formatted(Shares.printed(officers.left()), Shares.printed(officers.share()));
    }

    /** A person gets words in place of a problem document. */
    @ServerExceptionMapper
    Response withoutDatabase(JdbiException e) {
        return DatabaseAway.isBehind(e)
                ? Response.status(Response.Status.SERVICE_UNAVAILABLE)
                        .header(HttpHeaders.RETRY_AFTER, DatabaseAway.RETRY_AFTER_SECONDS)
                        .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                        .entity(Templates.away(DatabaseAway.RETRY_AFTER_SECONDS).render())
                        .build()
                : AnswerDatabaseFailures.problem(e);
    }
}
