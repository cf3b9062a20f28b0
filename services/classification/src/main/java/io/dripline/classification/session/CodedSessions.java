package io.dripline.classification.session;

import io.dripline.classification.ruling.Rulings;
import io.dripline.classification.text.ReportedTexts;
import io.dripline.classification.words.SessionWords;
import io.dripline.contracts.ContractJson;
import io.dripline.contracts.coding.CodedEvent;
import io.dripline.contracts.coding.CodedSession;
import io.dripline.contracts.session.AdverseEvent;
import io.dripline.contracts.session.Outcome;
import io.dripline.contracts.session.WordsKey;
import io.dripline.privacy.seal.TextPlace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** Every coding of every session version, and the reporters' words apart from them. Nothing is ever changed, but that keys of words go. */
@ApplicationScoped
class CodedSessions {

    private static final String STORED = """
            select session_id, version, clinic, patient from coded_session
            where coding_revision = 1 and session_id = any (?)
            order by seq""";

    private static final String CODINGS = """
            select distinct on (event ->> 'id') event || jsonb_build_object('schema', %d) as event
            from coded_session, jsonb_array_elements(events) as event
            where session_id = any (?)
            order by event ->> 'id', version desc, coding_revision desc""".formatted(ContractJson.SCHEMA);

    private static final String APPEND = """
            insert into coded_session (session_id, version, coding_revision, status, clinic, patient, attributes, events,
                                       first_received_at, received_at, vocabulary, outcomes, traceparent)
            values (?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?::jsonb, ?)
            on conflict do nothing""";

    private final DataSource dataSource;
    private final Rulings rulings;
    private final SessionWords sessionWords;
    private final ReportedTexts texts;

    CodedSessions(DataSource dataSource, Rulings rulings, SessionWords sessionWords, ReportedTexts texts) {
        this.dataSource = dataSource;
        this.rulings = rulings;
        this.sessionWords = sessionWords;
        this.texts = texts;
    }

    /** Every stored version of the sessions that these versions are of, as first coded. */
    @Transactional(rollbackOn = SQLException.class)
    StoredVersions stored(Collection<SessionVersion> versions) throws SQLException {
        StoredVersions stored = new StoredVersions();
        if (versions.isEmpty()) {
            return stored;
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(STORED)) {
            UUID[] sessions =
                    versions.stream().map(SessionVersion::session).distinct().toArray(UUID[]::new);
            query.setArray(1, connection.createArrayOf("uuid", sessions));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    stored.add(
                            new SessionVersion(rows.getObject("session_id", UUID.class), rows.getInt("version")),
                            new SessionOwner(rows.getString("clinic"), rows.getString("patient")));
                }
            }
            return stored;
        }
    }

    /** The newest coding of every event of these sessions. */
    @Transactional(rollbackOn = SQLException.class)
    KnownCodings codingsOf(Collection<UUID> ids) throws SQLException {
        KnownCodings known = new KnownCodings();
        if (ids.isEmpty()) {
            return known;
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(CODINGS)) {
            query.setArray(1, connection.createArrayOf("uuid", ids.toArray(UUID[]::new)));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    known.add(List.of(ContractJson.read(rows.getBytes("event"), CodedEvent.class)));
                }
            }
            return known;
        }
    }

    /** The keys of these sessions' words that are still there. */
    @Transactional(rollbackOn = SQLException.class)
    Map<TextPlace, byte[]> keysOf(Collection<UUID> sessions) throws SQLException {
        if (sessions.isEmpty()) {
            return Map.of();
        }
        try (Connection connection = dataSource.getConnection()) {
            return texts.keysOf(connection, sessions);
        }
    }

    /**
     * Keeps the keys of words that become dead letters, where they can be erased.
     *
     * @param erased versions whose arrival erases the keys before them, these among them
     */
    @Transactional(rollbackOn = SQLException.class)
    void keepKeys(Collection<WordsKey> keys, Collection<SessionVersion> erased) throws SQLException {
        if (keys.isEmpty() && erased.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection()) {
            texts.keepKeys(connection, keys);
            for (SessionVersion version : erased) {
                texts.erase(connection, version.session(), version.version());
            }
        }
    }

    /**
     * Stores all of them in one transaction, or none; what is there already stays as it is.
     *
     * @param upTo the last ruling that was known when they were coded
     * @return how many were not there
     * @throws io.dripline.classification.ruling.RulingsMovedException if some of their words were ruled on since
     */
    @Transactional(rollbackOn = SQLException.class)
    int append(Collection<CodedReport> reports, long upTo) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement sessions = connection.prepareStatement(APPEND)) {
            rulings.requireNothingNewAbout(
                    connection,
                    upTo,
                    reports.stream().flatMap(report -> report.held().stream()).toList());
            for (CodedReport report : reports) {
                add(sessions, report);
            }
            texts.keep(
                    connection,
                    reports.stream()
                            .map(report -> report.report().text())
                            .filter(Objects::nonNull)
                            .toList());
            for (CodedReport report : reports) {
                if (report.report().session().erasedAt() != null) {
                    texts.erase(
                            connection, report.session().id(), report.session().version());
                }
            }
            sessionWords.replace(
                    connection, reports.stream().map(CodedReport::indexed).toList());
            return IntStream.of(sessions.executeBatch()).sum();
        }
    }

    private static void add(PreparedStatement insert, CodedReport report) throws SQLException {
        CodedSession session = report.session();
        insert.setObject(1, session.id());
        insert.setInt(2, session.version());
        insert.setInt(3, session.codingRevision());
        insert.setString(4, session.status().name());
        insert.setString(5, session.clinic());
        insert.setString(6, session.patient());
        insert.setString(7, json(session.attributes()));
        insert.setString(8, json(session.events()));
        insert.setObject(9, session.firstReceivedAt().atOffset(ZoneOffset.UTC));
        insert.setObject(10, session.receivedAt().atOffset(ZoneOffset.UTC));
        insert.setString(11, report.vocabulary());
        insert.setString(12, json(outcomesOf(report.report().session().adverseEvents())));
        insert.setString(13, report.hop().traceparent());
        insert.addBatch();
    }

    private static Map<UUID, Outcome> outcomesOf(List<AdverseEvent> events) {
        Map<UUID, Outcome> outcomes = new LinkedHashMap<>();
        events.forEach(event -> {
            if (event.outcome() != null) {
                outcomes.put(event.id(), event.outcome());
            }
        });
        return outcomes;
    }

    private static String json(Object value) {
        return new String(ContractJson.write(value), StandardCharsets.UTF_8);
    }
}
