package io.dripline.counting;

import io.dripline.contracts.coding.CodedSession;
import io.dripline.contracts.incidence.Cell;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.Regimen;
import io.dripline.contracts.incidence.Unit;
import io.dripline.contracts.session.PreviouslyTreated;
import io.dripline.contracts.session.SessionAttributes;
import io.dripline.contracts.session.SessionStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What counting keeps of one state of a session.
 *
 * @param version session version, 1 or more
 * @param codingRevision coding of that version, 1 or more
 * @param active false once withdrawn: counted nowhere, kept to reject lower versions
 * @param patient the patient's pseudonym
 * @param startedAt instant of the start; its local week is in {@code cell}
 * @param firstReceivedAt when version 1 was received
 * @param untreatedBefore whether the patient was stated as not treated before
 * @param cell where the session itself is counted, unit SESSION
 */
public record CountedSession(
        UUID id,
        int version,
        int codingRevision,
        boolean active,
        String patient,
        Instant startedAt,
        Instant firstReceivedAt,
        boolean untreatedBefore,
        Cell cell,
        Findings findings) {

    /** By start; sessions that start together in the order of their ids as text, which is PostgreSQL's order too. */
    static final Comparator<CountedSession> BY_START =
            Comparator.comparing(CountedSession::startedAt).thenComparing(session -> session.id.toString());

    /** By receipt; of sessions that were received together, the one that started earlier comes first. */
    static final Comparator<CountedSession> BY_RECEIPT =
            Comparator.comparing(CountedSession::firstReceivedAt).thenComparing(BY_START);

    private static final Comparator<CountedSession> BY_STATE =
            Comparator.comparingInt(CountedSession::version).thenComparingInt(CountedSession::codingRevision);

    public CountedSession {
        if (version < 1 || codingRevision < 1) {
            throw new IllegalArgumentException(
                    "session %s: expected version and codingRevision of 1 or more, found %d and %d"
                            .formatted(id, version, codingRevision));
        }
        if (cell.unit() != Unit.SESSION) {
            throw new IllegalArgumentException(
                    "session %s: expected a cell of SESSION, found %s".formatted(id, cell.unit()));
        }
        stated(patient, "patient");
        if (stated(cell.clinic(), "clinic").indexOf('|') >= 0) {
            throw new IllegalArgumentException("clinic: expected a name without a bar, found one");
        }
    }

    /**
     * What counting needs of a coded session.
     *
     * @throws IllegalArgumentException naming the field that is missing or out of its range
     */
    public static CountedSession of(CodedSession session) {
        SessionAttributes attributes = required(session.attributes(), "attributes");
        var startedAt = required(attributes.startedAt(), "attributes.startedAt");
        var route = required(attributes.route(), "attributes.route");
        Cell cell = new Cell(
                Unit.SESSION,
                IsoWeek.of(startedAt.toLocalDate()),
                required(session.clinic(), "clinic"),
                route.name(),
                orUnstated(attributes.formulation()),
                (attributes.plannedSessions() > 1 ? Regimen.MULTIPLE : Regimen.SINGLE).name(),
                orUnstated(attributes.indication()),
                DoseBands.of(route, attributes.plannedDose()),
                required(attributes.ascertainment(), "attributes.ascertainment").name());
        return new CountedSession(
                required(session.id(), "id"),
                session.version(),
                session.codingRevision(),
                required(session.status(), "status") == SessionStatus.ACTIVE,
                required(session.patient(), "patient"),
                startedAt.toInstant(),
                required(session.firstReceivedAt(), "firstReceivedAt"),
                attributes.previouslyTreated() == PreviouslyTreated.NO,
                cell,
                Findings.of(session.events()));
    }

    /** Whether this state of the session is newer than {@code other}: by version, then by coding revision. */
    public boolean supersedes(CountedSession other) {
        return BY_STATE.compare(this, other) > 0;
    }

    /** Where a course that starts with this session is counted. */
    Cell cellOfCourse(Unit unit) {
        return new Cell(
                unit,
                cell.week(),
                cell.clinic(),
                cell.route(),
                cell.formulation(),
                cell.regimen(),
                cell.indication(),
                cell.doseBand(),
                cell.ascertainment());
    }

    private static String orUnstated(@Nullable Enum<?> value) {
        return value == null ? Cell.UNSTATED : value.name();
    }

    /** JSON may lack a field whatever the record's type says. */
    private static <T> T required(@Nullable T value, String field) {
        if (value == null) {
            throw new IllegalArgumentException(field + ": expected a value, found none");
        }
        return value;
    }

    private static String stated(String value, String field) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(field + ": expected a value, found a blank");
        }
        return value;
    }
}
