package io.dripline.classification.counts;

import io.dripline.contracts.ContractJson;
import io.dripline.contracts.coding.CodedSession;
import io.dripline.counting.CountedSession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Patients' sessions as they were coded at any time, patient after patient. */
@ApplicationScoped
class StoredPatients {

    /** The longest that a transaction takes: what was stamped before may be seen this much later. */
    private static final Duration TRANSACTION = Duration.ofSeconds(20);

    private static final String OF_NEXT_PATIENTS = """
            select patient,
                   jsonb_build_object('schema', %d, 'id', session_id, 'version', version,
                       'codingRevision', coding_revision, 'status', status, 'clinic', clinic, 'patient', patient,
                       'firstReceivedAt', first_received_at, 'receivedAt', received_at, 'attributes', attributes,
                       'events', events)::text as session
            from coded_session as coded
            where patient > ? and coded_at <= ? and first_received_at <= ? and (?::text is null or clinic = ?)
              and status = 'ACTIVE'
              and (?::timestamptz is null
                   or exists (select from coded_session as first
                              where first.session_id = coded.session_id and first.coded_at <= ?))
              and not exists (select from coded_session as newer
                              where newer.session_id = coded.session_id and newer.coded_at <= ?
                                and (newer.version, newer.coding_revision) > (coded.version, coded.coding_revision))
            order by patient limit ?
            """.formatted(ContractJson.SCHEMA);

    private static final String CODED_AFTER = """
            select exists (select from coded_session
                           where coded_at > ? and coded_at <= ? and first_received_at <= ?
                             and (?::text is null or clinic = ?))
            """;

    private static final String LAST_CODED = """
            select coded_at from coded_session
            where coded_at <= ? and first_received_at <= ? and (?::text is null or clinic = ?)
            order by coded_at desc limit 1
            """;

    private static final OffsetDateTime FOR_EVER = OffsetDateTime.parse("9999-12-31T23:59:59Z");

    private final DataSource dataSource;

    StoredPatients(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** One session, and whose it is. */
    private record Stored(String patient, CountedSession session) {}

    /**
     * Some patients' sessions.
     *
     * @param patients the active sessions of each
     * @param last the last of these patients, null where there is none behind {@code after}
     */
    record Batch(
            List<List<CountedSession>> patients, @Nullable String last) {}

    /** The database's time. */
    @Transactional(rollbackOn = SQLException.class)
    Instant now() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement("select clock_timestamp()");
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    /** Whether anything that may be asked for was coded after a time; what was just being stored then counts as after. */
    @Transactional(rollbackOn = SQLException.class)
    boolean codedAfter(Instant time, CountQuestion question) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(CODED_AFTER)) {
            query.setObject(1, time.minus(TRANSACTION).atOffset(ZoneOffset.UTC));
            query.setObject(2, question.asOf().atOffset(ZoneOffset.UTC));
            query.setObject(3, receivedUntil(question));
            query.setString(4, question.cohort().value("clinic"));
            query.setString(5, question.cohort().value("clinic"));
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** When the last of what may be asked for was coded, withdrawals included; null where nothing was. */
    @Transactional(rollbackOn = SQLException.class)
    @Nullable
    Instant lastCoded(CountQuestion question) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(LAST_CODED)) {
            query.setObject(1, question.asOf().atOffset(ZoneOffset.UTC));
            query.setObject(2, receivedUntil(question));
            query.setString(3, question.cohort().value("clinic"));
            query.setString(4, question.cohort().value("clinic"));
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getObject(1, OffsetDateTime.class).toInstant() : null;
            }
        }
    }

    /**
     * All sessions of the patients whose pseudonyms follow {@code after}, whole patients only.
     *
     * @param about about how many sessions; more if one patient has more
     */
    @Transactional(rollbackOn = SQLException.class)
    Batch next(String after, CountQuestion question, int about) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(OF_NEXT_PATIENTS)) {
            query.setString(1, after);
            query.setObject(2, question.asOf().atOffset(ZoneOffset.UTC));
            query.setObject(3, receivedUntil(question));
            query.setString(4, question.cohort().value("clinic"));
            query.setString(5, question.cohort().value("clinic"));
            query.setObject(6, orNull(question.storedUntil()), Types.TIMESTAMP_WITH_TIMEZONE);
            query.setObject(7, orNull(question.storedUntil()), Types.TIMESTAMP_WITH_TIMEZONE);
            query.setObject(8, question.asOf().atOffset(ZoneOffset.UTC));
            for (int limit = about; ; limit *= 2) {
                query.setInt(9, limit);
                List<Stored> sessions = read(query);
                if (sessions.size() < limit) {
                    return batch(sessions);
                }
                // The last one may have more.
                String cut = sessions.getLast().patient();
                List<Stored> whole = sessions.stream()
                        .takeWhile(one -> !one.patient().equals(cut))
                        .toList();
                if (!whole.isEmpty()) {
                    return batch(whole);
                }
            }
        }
    }

    private static OffsetDateTime receivedUntil(CountQuestion question) {
        OffsetDateTime until = orNull(question.receivedUntil());
        return until == null ? FOR_EVER : until;
    }

    private static @Nullable OffsetDateTime orNull(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    private static List<Stored> read(PreparedStatement query) throws SQLException {
        List<Stored> sessions = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                sessions.add(new Stored(
                        rows.getString("patient"),
                        CountedSession.of(ContractJson.read(rows.getBytes("session"), CodedSession.class))));
            }
        }
        return sessions;
    }

    private static Batch batch(List<Stored> sessions) {
        List<List<CountedSession>> patients = new ArrayList<>();
        String patient = null;
        for (Stored one : sessions) {
            if (!one.patient().equals(patient)) {
                patients.add(new ArrayList<>());
                patient = one.patient();
            }
            patients.getLast().add(one.session());
        }
        return new Batch(patients, patient);
    }
}
