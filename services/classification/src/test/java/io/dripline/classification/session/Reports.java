package io.dripline.classification.session;

import io.dripline.contracts.ContractJson;
import io.dripline.contracts.session.AdverseEvent;
import io.dripline.contracts.session.Ascertainment;
import io.dripline.contracts.session.PlannedDose;
import io.dripline.contracts.session.PreviouslyTreated;
import io.dripline.contracts.session.ReportedSession;
import io.dripline.contracts.session.Route;
import io.dripline.contracts.session.Seriousness;
import io.dripline.contracts.session.SessionAttributes;
import io.dripline.contracts.session.SessionStatus;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** Reports as intake publishes them. */
public final class Reports {

    public static final Instant FIRST_RECEIVED = Instant.parse("2026-11-22T00:30:00.123456Z");

    private Reports() {}

    /** An active version of a session with these events. */
    public static ReportedSession of(UUID id, int version, AdverseEvent... events) {
        return of(id, version, SessionStatus.ACTIVE, events);
    }

    public static ReportedSession of(UUID id, int version, SessionStatus status, AdverseEvent... events) {
        return new ReportedSession(
                ContractJson.SCHEMA,
                id,
                version,
                status,
                "clinic-north",
                pseudonymOf(id),
                FIRST_RECEIVED,
                FIRST_RECEIVED.plusSeconds(version),
                new SessionAttributes(
                        PreviouslyTreated.NO,
                        OffsetDateTime.parse("2026-11-22T09:00:00+11:00"),
                        null,
                        Route.INTRAVENOUS,
                        null,
                        null,
                        1,
                        new PlannedDose(0.2, 0.5, null),
                        null,
                        70.5,
                        null,
                        true,
                        List.of(),
                        null,
                        List.of(),
                        Ascertainment.CHECKLIST),
                List.of(events));
    }

    /** The same report, received at another time. */
    public static ReportedSession receivedAt(Instant received, ReportedSession report) {
        return new ReportedSession(
                report.schema(),
                report.id(),
                report.version(),
                report.status(),
                report.clinic(),
                report.patient(),
                received,
                received,
                report.attributes(),
                report.adverseEvents());
    }

    /** The same report of another clinic or patient. */
    public static ReportedSession movedToAnother(String what, ReportedSession report) {
        return new ReportedSession(
                report.schema(),
                report.id(),
                report.version(),
                report.status(),
                what.equals("clinic") ? "clinic-south" : report.clinic(),
                what.equals("patient") ? "another" : report.patient(),
                report.firstReceivedAt(),
                report.receivedAt(),
                report.attributes(),
                report.adverseEvents());
    }

    /** One patient a session, so that the sessions of a test spread over the partitions. */
    public static String pseudonymOf(UUID id) {
        return "%032x".formatted(id.hashCode());
    }

    public static AdverseEvent event(String verbatim, Seriousness... seriousness) {
        return new AdverseEvent(UUID.randomUUID(), verbatim, null, null, null, List.of(seriousness), null, null, null);
    }

    /** The same event after its words were erased. */
    public static AdverseEvent erased(AdverseEvent event) {
        return new AdverseEvent(event.id(), null, null, null, event.severity(), event.seriousness(), null, null, null);
    }
}
