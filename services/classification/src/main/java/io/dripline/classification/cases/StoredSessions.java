package io.dripline.classification.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dripline.classification.text.ReportedTexts;
import io.dripline.contracts.ContractJson;
import io.dripline.contracts.coding.CodedSession;
import io.dripline.contracts.session.Outcome;
import io.dripline.privacy.seal.TextPlace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** Sessions as they were coded at any time, from the table to which codings are only ever added. */
@ApplicationScoped
class StoredSessions {

    private static final String STATE = """
            select jsonb_build_object('schema', %d, 'id', session_id, 'version', version,
                       'codingRevision', coding_revision, 'status', status, 'clinic', clinic, 'patient', patient,
                       'firstReceivedAt', first_received_at, 'receivedAt', received_at, 'attributes', attributes,
                       'events', events)::text as session,
                   outcomes
            from coded_session as coded
            where coded_at <= ?
              and not exists (select from coded_session as newer
                              where newer.session_id = coded.session_id and newer.coded_at <= ?
                                and (newer.version, newer.coding_revision) > (coded.version, coded.coding_revision))
            """.formatted(ContractJson.SCHEMA);

    private static final String DATE = "substr(attributes ->> 'startedAt', 1, 10)";

    private static final String BY_START = STATE + """
              and status = 'ACTIVE' and %1$s between ? and ? and (%1$s, session_id) > (?, ?)
              and (?::text is null or clinic = ?) and (?::text is null or attributes ->> 'route' = ?)
              and (?::text is null or attributes ->> 'ascertainment' = ?)
            order by %1$s, session_id limit ?""".formatted(DATE);

    private static final String OF_PATIENTS = STATE + " and status = 'ACTIVE' and patient = any (?)";

    private static final String IN_ORDER = """
            select patient from (select patient, sha256(? || convert_to(patient, 'UTF8')) as place
                                 from (select distinct patient from coded_session) as known) as placed
            where place >= ? order by place limit ?""";

    private final DataSource dataSource;
    private final ReportedTexts texts;
    private final ObjectMapper json;

    StoredSessions(DataSource dataSource, ReportedTexts texts, ObjectMapper json) {
        this.dataSource = dataSource;
        this.texts = texts;
        this.json = json;
    }

    /**
     * An active session at some time.
     *
     * @param outcomes of its events, where they were stated
     */
    record Stored(CodedSession session, Map<UUID, Outcome> outcomes) {

        /** The local date of its start. */
        String date() {
            return session.attributes().startedAt().toLocalDate().toString();
        }
    }

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

    /** Sessions behind a cursor, by local date of start, at most {@code limit}. */
    @Transactional(rollbackOn = SQLException.class)
    List<Stored> byStart(CaseQuestion question, CaseCursor after, String first, String last, int limit)
            throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(BY_START)) {
            setTime(query, question.asOf());
            query.setString(3, first);
            query.setString(4, last);
            query.setString(5, after.date());
            query.setObject(6, after.session());
            int next = 7;
            for (String dimension : List.of("clinic", "route", "ascertainment")) {
                query.setString(next++, question.cohort().value(dimension));
                query.setString(next++, question.cohort().value(dimension));
            }
            query.setInt(next, limit);
            return read(query);
        }
    }

    /** Patients from a place on in the order of a salt, at most {@code limit}. Reads the ids of all, from their index. */
    @Transactional(rollbackOn = SQLException.class)
    List<String> patientsFrom(byte[] place, long salt, int limit) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(IN_ORDER)) {
            query.setBytes(1, PatientOrder.bytesOf(salt));
            query.setBytes(2, place);
            query.setInt(3, limit);
            List<String> patients = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    patients.add(rows.getString("patient"));
                }
            }
            return patients;
        }
    }

    /** All sessions of these patients. */
    @Transactional(rollbackOn = SQLException.class)
    List<Stored> ofPatients(Collection<String> patients, Instant asOf) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(OF_PATIENTS)) {
            setTime(query, asOf);
            query.setArray(3, connection.createArrayOf("text", patients.toArray()));
            return read(query);
        }
    }

    /** What is still there of the words of these sessions' events, masked, by version and event. */
    @Transactional(rollbackOn = SQLException.class)
    Map<TextPlace, Map<UUID, String>> wordsOf(Collection<UUID> sessions) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return texts.of(connection, sessions);
        }
    }

    private static void setTime(PreparedStatement query, Instant asOf) throws SQLException {
        query.setObject(1, asOf.atOffset(ZoneOffset.UTC));
        query.setObject(2, asOf.atOffset(ZoneOffset.UTC));
    }

    private List<Stored> read(PreparedStatement query) throws SQLException {
        List<Stored> sessions = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                sessions.add(new Stored(
                        ContractJson.read(rows.getBytes("session"), CodedSession.class),
                        json.readValue(rows.getString("outcomes"), new TypeReference<Map<UUID, Outcome>>() {})));
            }
            return sessions;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("coded_session.outcomes holds something else", e);
        }
    }
}
