package io.dripline.classification.recoding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dripline.classification.ruling.Rulings;
import io.dripline.classification.text.ReportedTexts;
import io.dripline.classification.words.SessionWords;
import io.dripline.coding.WordKey;
import io.dripline.contracts.ContractJson;
import io.dripline.contracts.coding.CodedSession;
import io.dripline.contracts.session.SessionStatus;
import io.dripline.privacy.seal.TextPlace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The stored sessions that work is about, and the work itself. */
@ApplicationScoped
class StoredCodings {

    private static final String NEXT_WORK = """
            select id, count(*) over () as open, kind, key, after from recoding
            where finished_at is null and (vocabulary is null or vocabulary = ?)
            order by array_position(array['INDEX', 'RULING', 'VOCABULARY', 'PREVIEW'], kind), id
            limit 1""";

    private static final String NOT_INDEXED = """
            select distinct session_id from coded_session as coded
            where session_id > ?
              and not exists (select from session_now as now where now.session_id = coded.session_id
                              and (now.version, now.coding_revision) >= (coded.version, coded.coding_revision))
            order by session_id limit ?""";

    private static final String HOLDING =
            "select session_id from session_word where session_id > ? and key = ? order by session_id limit ?";

    private static final String CODED_OTHERWISE = """
            select session_id from session_now where session_id > ? and active and vocabulary <> ?
            order by session_id limit ?""";

    private static final String CODINGS = """
            select coded.*,
                   coalesce((select now.vocabulary from session_now as now
                             where (now.session_id, now.version) = (coded.session_id, coded.version)),
                            coded.vocabulary) as known_vocabulary,
                   jsonb_build_object('schema', %d, 'version', version, 'codingRevision', coding_revision,
                                               'events', events)::text as session
            from (select distinct on (session_id) * from coded_session where session_id = any (?)
                  order by session_id, version desc, coding_revision desc) as coded""".formatted(ContractJson.SCHEMA);

    private static final String APPEND = """
            insert into coded_session (session_id, version, coding_revision, status, clinic, patient, attributes, events,
                                       first_received_at, received_at, vocabulary, outcomes)
            select session_id, version, coding_revision + 1, status, clinic, patient, attributes, ?::jsonb,
                   first_received_at, received_at, ?, outcomes
            from coded_session where session_id = ? and version = ? and coding_revision = ?
            on conflict do nothing""";

    private final DataSource dataSource;
    private final Rulings rulings;
    private final SessionWords sessionWords;
    private final ReportedTexts texts;
    private final ObjectMapper json;

    StoredCodings(
            DataSource dataSource, Rulings rulings, SessionWords sessionWords, ReportedTexts texts, ObjectMapper json) {
        this.dataSource = dataSource;
        this.rulings = rulings;
        this.sessionWords = sessionWords;
        this.texts = texts;
        this.json = json;
    }

    /** What is to be done next by a service with this vocabulary; null: nothing. */
    @Transactional(rollbackOn = SQLException.class)
    @Nullable
    Work next(String vocabulary) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(NEXT_WORK)) {
            query.setString(1, vocabulary);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    return null;
                }
                byte[] key = row.getBytes("key");
                return new Work(
                        row.getLong("id"),
                        row.getLong("open"),
                        Work.Kind.valueOf(row.getString("kind")),
                        key == null ? null : WordKey.of(key),
                        row.getObject("after", UUID.class));
            }
        }
    }

    /** The next sessions that some work is about, in the order of their ids. */
    @Transactional(rollbackOn = SQLException.class)
    List<UUID> sessionsOf(Work work, String vocabulary, int limit) throws SQLException {
        String sql = switch (work.kind()) {
            case INDEX -> NOT_INDEXED;
            case RULING -> HOLDING;
            case VOCABULARY, PREVIEW -> CODED_OTHERWISE;
        };
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            int next = 1;
            query.setObject(next++, work.after());
            if (work.key() != null) {
                query.setBytes(next++, work.key().bytes());
            } else if (work.kind() != Work.Kind.INDEX) {
                query.setString(next++, vocabulary);
            }
            query.setInt(next, limit);
            List<UUID> sessions = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    sessions.add(rows.getObject(1, UUID.class));
                }
            }
            return sessions;
        }
    }

    /** How these sessions are coded now. */
    @Transactional(rollbackOn = SQLException.class)
    List<StoredCoding> codingsOf(Collection<UUID> sessions) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            UUID[] ids = sessions.toArray(UUID[]::new);
            Map<TextPlace, Map<UUID, String>> words = texts.of(connection, sessions);
            List<StoredCoding> codings = new ArrayList<>();
            try (PreparedStatement query = connection.prepareStatement(CODINGS)) {
                query.setArray(1, connection.createArrayOf("uuid", ids));
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        UUID id = rows.getObject("session_id", UUID.class);
                        int version = rows.getInt("version");
                        codings.add(new StoredCoding(
                                id,
                                version,
                                rows.getInt("coding_revision"),
                                rows.getString("status").equals(SessionStatus.ACTIVE.name()),
                                rows.getString("clinic"),
                                rows.getObject("received_at", OffsetDateTime.class)
                                        .toInstant(),
                                rows.getString("known_vocabulary"),
                                ContractJson.read(rows.getBytes("session"), CodedSession.class)
                                        .events(),
                                words.getOrDefault(new TextPlace(id, version), Map.of())));
                    }
                }
            }
            return codings;
        }
    }

    /**
     * Stores what changed and goes on behind these sessions, in one transaction. A session that was amended, withdrawn
     * or recoded meanwhile stays as it is: whoever did that knew of every ruling.
     *
     * @return how many codings changed
     * @throws io.dripline.classification.ruling.RulingsMovedException if some of their words were ruled on since
     */
    @Transactional(rollbackOn = SQLException.class)
    int store(Work work, List<Recoded> recoded, UUID last, int looked, long upTo) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement append = connection.prepareStatement(APPEND)) {
            rulings.requireNothingNewAbout(
                    connection,
                    upTo,
                    recoded.stream().flatMap(one -> one.held().stream()).toList());
            Set<UUID> moved = sessionWords.replace(
                    connection, recoded.stream().map(Recoded::indexed).toList());
            Set<UUID> changed = new HashSet<>();
            for (Recoded one : recoded) {
                if (one.isChanged() && moved.contains(one.before().id())) {
                    append.setString(1, new String(ContractJson.write(one.events()), StandardCharsets.UTF_8));
                    append.setString(2, one.vocabulary());
                    append.setObject(3, one.before().id());
                    append.setInt(4, one.before().version());
                    append.setInt(5, one.before().codingRevision());
                    append.addBatch();
                    changed.add(one.before().id());
                }
            }
            append.executeBatch();
            goOn(connection, work, last, looked, changed.size());
            return changed.size();
        }
    }

    /**
     * Adds up what would change.
     *
     * @throws io.dripline.classification.ruling.RulingsMovedException if some of their words were ruled on since
     */
    @Transactional(rollbackOn = SQLException.class)
    void count(Work work, List<Recoded> recoded, UUID last, int looked, long upTo) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement("select events from recoding where id = ?");
                PreparedStatement write =
                        connection.prepareStatement("update recoding set events = ?::jsonb where id = ?")) {
            rulings.requireNothingNewAbout(
                    connection,
                    upTo,
                    recoded.stream().flatMap(one -> one.held().stream()).toList());
            read.setLong(1, work.id());
            List<EventChange> changes;
            try (ResultSet row = read.executeQuery()) {
                row.next();
                changes = new ArrayList<>(changes(row.getString("events")));
            }
            recoded.forEach(one -> changes.addAll(EventChange.of(one.before().events(), one.events())));
            write.setString(1, json.writeValueAsString(EventChange.sum(changes)));
            write.setLong(2, work.id());
            write.executeUpdate();
            goOn(connection, work, last, looked, (int)
                    recoded.stream().filter(Recoded::isChanged).count());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Sees to it that what a recoding by this vocabulary would change is counted, and again where something was ruled since
     * or other sessions are left.
     */
    @Transactional(rollbackOn = SQLException.class)
    void preview(String vocabulary) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement begin = connection.prepareStatement("""
                        insert into recoding (kind, vocabulary, ruled_up_to)
                        select 'PREVIEW', ?, coalesce(max(seq), 0) from ruling
                        on conflict (vocabulary) where kind = 'PREVIEW' do update
                        set finished_at = null, after = excluded.after, done = 0, changed = 0, events = '[]',
                            ruled_up_to = excluded.ruled_up_to
                        where recoding.finished_at is not null
                          and (recoding.ruled_up_to is distinct from excluded.ruled_up_to
                               or recoding.done <> (select count(*) from session_now
                                                    where active and (vocabulary < excluded.vocabulary
                                                                      or vocabulary > excluded.vocabulary)))""")) {
            begin.setString(1, vocabulary);
            begin.executeUpdate();
        }
    }

    /** Forgets words of former versions and withdrawn sessions; whether there may be more. */
    @Transactional(rollbackOn = SQLException.class)
    boolean forgetWords() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return sessionWords.forget(connection) > 0;
        }
    }

    List<EventChange> changes(String events) {
        try {
            return json.readValue(events, new TypeReference<List<EventChange>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("recoding.events holds something else", e);
        }
    }

    /** Goes on behind a session that cannot be coded or stored, and leaves it as it is. */
    @Transactional(rollbackOn = SQLException.class)
    void setAside(Work work, UUID session) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            goOn(connection, work, session, 1, 0);
        }
    }

    /** Nothing is left. */
    @Transactional(rollbackOn = SQLException.class)
    void finish(Work work) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement finish = connection.prepareStatement(
                        "update recoding set finished_at = clock_timestamp() where id = ?")) {
            finish.setLong(1, work.id());
            finish.executeUpdate();
        }
    }

    private static void goOn(Connection connection, Work work, UUID last, int looked, int changed) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update recoding set after = ?, done = done + ?, changed = changed + ? where id = ?")) {
            update.setObject(1, last);
            update.setInt(2, looked);
            update.setInt(3, changed);
            update.setLong(4, work.id());
            update.executeUpdate();
        }
    }
}
