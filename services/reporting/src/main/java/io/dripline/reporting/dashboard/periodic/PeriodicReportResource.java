package io.dripline.reporting.dashboard.periodic;

import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.Measures;
import io.dripline.reporting.caller.Violations;
import io.dripline.reporting.caller.Violations.Violation;
import io.dripline.reporting.dashboard.download.Download;
import io.dripline.reporting.dashboard.layout.Addresses;
import io.dripline.reporting.dashboard.layout.AnswerAway;
import io.dripline.reporting.dashboard.layout.AnswerPage;
import io.dripline.reporting.dashboard.layout.AnswerRefusal;
import io.dripline.reporting.dashboard.layout.Frame;
import io.dripline.reporting.dashboard.layout.Frames;
import io.dripline.reporting.incidence.AnswerIncidence;
import io.dripline.reporting.incidence.IncidenceQuestion;
import io.dripline.reporting.monitor.Monitors;
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
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** The page on which a period and a cohort are chosen, and the report of them. */
@Path("/reports")
@Blocking
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"safety-officer", "auditor"})
public class PeriodicReportResource {

    private final PeriodicReports reports;
    private final AnswerIncidence answerIncidence;
    private final Monitors monitors;
    private final Jdbi jdbi;
    private final Frames frames;
    private final Clock clock;

    PeriodicReportResource(
            PeriodicReports reports,
            AnswerIncidence answerIncidence,
            Monitors monitors,
            Jdbi jdbi,
            Frames frames,
            Clock clock) {
        this.reports = reports;
        this.answerIncidence = answerIncidence;
        this.monitors = monitors;
        this.jdbi = jdbi;
        this.frames = frames;
        this.clock = clock;
    }

    @CheckedTemplate
    static final class Templates {

        private Templates() {}

        static native TemplateInstance page(
                Frame frame,
                AskedPeriod asked,
                @Nullable PeriodicReport report,
                String address,
                @Nullable String notCurrent);
    }

    @GET
    @Operation(hidden = true)
    public Response page(@Context UriInfo uri) {
        MultivaluedMap<String, String> stated = AskedPeriod.orLastQuarter(uri.getQueryParameters(), thisWeek());
        List<String> clinics = jdbi.withHandle(monitors::clinics);
        Frame frame = frames.still("Periodic report", Frames.Part.REPORTS);
        try {
            IncidenceQuestion period = period(stated);
            String notCurrent = reports.whyNotCurrent();
            PeriodicReport report = reports.of(period);
            return AnswerPage.plain(
                    Response.Status.OK.getStatusCode(),
                    Templates.page(
                            frame, AskedPeriod.of(stated, clinics, List.of()), report, address(stated), notCurrent));
        } catch (HttpProblem refusal) {
            List<Violation> violations = Violations.namedBy(refusal);
            if (violations.isEmpty()) {
                throw refusal;
            }
            return AnswerPage.plain(
                    refusal.getStatusCode(),
                    Templates.page(frame, AskedPeriod.of(stated, clinics, violations), null, "", null));
        }
    }

    @GET
    @Path("periodic.pdf")
    @Produces("application/pdf")
    @Operation(hidden = true)
    public Response pdf(@Context UriInfo uri) {
        IncidenceQuestion period = period(uri.getQueryParameters());
        byte[] document = reports.pdf(period);
        return Download.pdf(
                "dripline-report-%s-to-%s-%s".formatted(period.from(), period.to(), fingerprint(document)), document);
    }

    /** Both weeks must be stated: a report of "until now" could not be made again. */
    private IncidenceQuestion period(MultivaluedMap<String, String> stated) {
        IncidenceQuestion question = answerIncidence.weekly(Measures.ANY, stated);
        Violations violations = new Violations();
        if (question.from() == null) {
            violations.malformed(AskedPeriod.FROM, "expected an ISO week such as 2026-W01, found nothing");
        }
        if (question.to() == null) {
            violations.malformed(AskedPeriod.TO, "expected an ISO week such as 2026-W13, found nothing");
        } else if (question.to().compareTo(thisWeek()) > 0) {
            violations.broken(
                    AskedPeriod.TO,
                    "expected this week, %s, or one before, found %s".formatted(thisWeek(), question.to()));
        }
        violations.refuseIfAny();
        return question;
    }

    private IsoWeek thisWeek() {
        return IsoWeek.of(clock.instant().atOffset(ZoneOffset.UTC).toLocalDate());
    }

    /** So that two copies that differ are told apart by their names. */
    private static String fingerprint(byte[] document) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(document);
            return HexFormat.of().formatHex(hash, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this Java", e);
        }
    }

    private static String address(MultivaluedMap<String, String> stated) {
        Map<String, String> parameters = new TreeMap<>();
        stated.forEach((name, values) -> {
            if (!values.getFirst().isEmpty()) {
                parameters.put(name, values.getFirst());
            }
        });
        return Addresses.with("/reports/periodic.pdf", parameters);
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
