package io.dripline.classification.words;

import io.dripline.coding.HeldWords;
import io.dripline.coding.WordKey;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** The words that sessions hold now. Every method works within the caller's transaction. */
@Singleton
public class SessionWords {

    /** In the order of the ids, so that two writers never wait for one another. */
    private static final String LOCK = """
            select session_id, version, coding_revision from session_now where session_id = any (?)
            order by session_id for no key update""";

    private static final String MOVE_ON = """
            insert into session_now (session_id, version, coding_revision, active, vocabulary)
            select * from unnest(?::uuid[], ?::int[], ?::int[], ?::boolean[], ?::text[]) as news (id, v, r, a, voc)
            order by id
            on conflict (session_id) do update
            set version = excluded.version, coding_revision = excluded.coding_revision, active = excluded.active,
                vocabulary = excluded.vocabulary
            where (session_now.version, session_now.coding_revision) < (excluded.version, excluded.coding_revision)
               or (session_now.version, session_now.coding_revision) = (excluded.version, excluded.coding_revision)
                  and (session_now.active, session_now.vocabulary) <> (excluded.active, excluded.vocabulary)
            returning session_id""";

    private static final String NEWS = "unnest(?::uuid[], ?::bytea[], ?::boolean[], ?::text[], ?::timestamptz[])";

    private static final String FORGET = """
            delete from session_word as held where session_id = any (?)
              and not exists (select from %s as news (session_id, key, awaiting, clinic, received_at)
                              where (news.session_id, news.key, news.awaiting, news.clinic, news.received_at)
                                  = (held.session_id, held.key, held.awaiting, held.clinic, held.received_at))""".formatted(NEWS);

    private static final String REMEMBER_WORDS = """
            insert into words (key, words) select * from unnest(?::bytea[], ?::text[]) as news (key, words) order by key
            on conflict do nothing""";

    private static final String HOLD = """
            insert into session_word (session_id, key, awaiting, clinic, received_at)
            select * from %s
            on conflict do nothing""".formatted(NEWS);

    private static final String ORPHANED = """
            not exists (select from session_word where session_word.key = words.key)
            and not exists (select from ruled_words where ruled_words.key = words.key)""";

    private final WordSecrets secrets;

    SessionWords(WordSecrets secrets) {
        this.secrets = secrets;
    }

    /**
     * Stores these states, and their words in the place of those before, unless a later state is stored already. Writes
     * what differs only.
     *
     * @return the sessions whose states these are now
     */
    public Set<UUID> replace(Connection connection, Collection<IndexedSession> sessions) throws SQLException {
        Map<UUID, IndexedSession> latest = latestOf(sessions);
        Set<UUID> moved = new HashSet<>();
        Set<UUID> wereThere = new HashSet<>();
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            setArray(lock, 1, "uuid", latest.keySet().toArray());
            try (ResultSet rows = lock.executeQuery()) {
                while (rows.next()) {
                    UUID session = rows.getObject("session_id", UUID.class);
                    IndexedSession state = latest.get(session);
                    wereThere.add(session);
                    if (state != null
                            && state.version() == rows.getInt("version")
                            && state.codingRevision() == rows.getInt("coding_revision")) {
                        moved.add(session);
                    }
                }
            }
        }
        try (PreparedStatement moveOn = connection.prepareStatement(MOVE_ON)) {
            setArray(moveOn, 1, "uuid", latest.keySet().toArray());
            setArray(
                    moveOn,
                    2,
                    "int4",
                    latest.values().stream().map(IndexedSession::version).toArray());
            setArray(
                    moveOn,
                    3,
                    "int4",
                    latest.values().stream().map(IndexedSession::codingRevision).toArray());
            setArray(
                    moveOn,
                    4,
                    "bool",
                    latest.values().stream().map(IndexedSession::active).toArray());
            setArray(
                    moveOn,
                    5,
                    "text",
                    latest.values().stream().map(IndexedSession::vocabulary).toArray());
            try (ResultSet rows = moveOn.executeQuery()) {
                while (rows.next()) {
                    moved.add(rows.getObject("session_id", UUID.class));
                }
            }
        }
        latest.keySet().retainAll(moved);
        remember(
                connection,
                latest.values().stream()
                        .flatMap(session -> session.distinctWords().stream())
                        .toList());
        wereThere.retainAll(moved);
        hold(connection, latest.values(), wereThere);
        return moved;
    }

    /** Keeps what these words are, for people to read. */
    public void remember(Connection connection, Collection<HeldWords> held) throws SQLException {
        Map<WordKey, String> words = new TreeMap<>();
        held.forEach(one -> words.put(one.key(), one.words()));
        if (words.isEmpty()) {
            return;
        }
        try (PreparedStatement remember = connection.prepareStatement(REMEMBER_WORDS)) {
            setArray(
                    remember,
                    1,
                    "bytea",
                    words.keySet().stream().map(WordKey::bytes).toArray());
            setArray(remember, 2, "text", words.values().toArray());
            remember.executeUpdate();
        }
    }

    /** How many active sessions hold each of these words; those that none holds are absent. */
    public Map<WordKey, Long> sessionsHolding(Connection connection, Collection<WordKey> keys) throws SQLException {
        try (PreparedStatement count = connection.prepareStatement(
                "select key, count(*) from session_word where key = any (?) group by key")) {
            setArray(count, 1, "bytea", keys.stream().map(WordKey::bytes).toArray());
            Map<WordKey, Long> sessions = new HashMap<>();
            try (ResultSet rows = count.executeQuery()) {
                while (rows.next()) {
                    sessions.put(WordKey.of(rows.getBytes(1)), rows.getLong(2));
                }
            }
            return sessions;
        }
    }

    private static void hold(Connection connection, Collection<IndexedSession> sessions, Set<UUID> wereThere)
            throws SQLException {
        List<Object> ids = new ArrayList<>();
        List<Object> keys = new ArrayList<>();
        List<Object> awaiting = new ArrayList<>();
        List<Object> clinics = new ArrayList<>();
        List<Object> times = new ArrayList<>();
        for (IndexedSession session : sessions) {
            for (HeldWords held : session.distinctWords()) {
                ids.add(session.id());
                keys.add(held.key().bytes());
                awaiting.add(held.awaiting());
                clinics.add(session.clinic());
                times.add(session.receivedAt().atOffset(ZoneOffset.UTC).toString());
            }
        }
        if (!wereThere.isEmpty()) {
            try (PreparedStatement forget = connection.prepareStatement(FORGET)) {
                setArray(forget, 1, "uuid", wereThere.toArray());
                setNews(forget, 2, ids, keys, awaiting, clinics, times);
                forget.executeUpdate();
            }
        }
        if (!ids.isEmpty()) {
            try (PreparedStatement hold = connection.prepareStatement(HOLD)) {
                setNews(hold, 1, ids, keys, awaiting, clinics, times);
                hold.executeUpdate();
            }
        }
    }

    @SafeVarargs
    private static void setNews(PreparedStatement statement, int first, List<Object>... columns) throws SQLException {
        List<String> types = List.of("uuid", "bytea", "bool", "text", "timestamptz");
        for (int i = 0; i < types.size(); i++) {
            setArray(statement, first + i, types.get(i), columns[i].toArray());
        }
    }

    /** Deletes words that no session holds and nobody ruled on. Whoever stores codings waits for the deletion alone. */
    public int forget(Connection connection) throws SQLException {
        try (PreparedStatement find =
                        connection.prepareStatement("select key from words where " + ORPHANED + " limit 1000");
                PreparedStatement lock = connection.prepareStatement("select begin_ruling(?)");
                PreparedStatement delete =
                        connection.prepareStatement("delete from words where key = any (?) and " + ORPHANED)) {
            List<Object> keys = new ArrayList<>();
            try (ResultSet rows = find.executeQuery()) {
                while (rows.next()) {
                    keys.add(rows.getBytes("key"));
                }
            }
            if (keys.isEmpty()) {
                return 0;
            }
            lock.setBytes(1, secrets.fingerprint());
            lock.execute();
            setArray(delete, 1, "bytea", keys.toArray());
            return delete.executeUpdate();
        }
    }

    private static Map<UUID, IndexedSession> latestOf(Collection<IndexedSession> sessions) {
        Map<UUID, IndexedSession> latest = new LinkedHashMap<>();
        sessions.forEach(session -> latest.merge(
                session.id(),
                session,
                (one, other) -> Comparator.comparingInt(IndexedSession::version)
                                        .thenComparingInt(IndexedSession::codingRevision)
                                        .compare(one, other)
                                >= 0
                        ? one
                        : other));
        return latest;
    }

    private static void setArray(PreparedStatement statement, int index, String type, Object[] values)
            throws SQLException {
        Object[] elements = type.equals("bytea") ? Arrays.copyOf(values, values.length, byte[][].class) : values;
        statement.setArray(index, statement.getConnection().createArrayOf(type, elements));
    }
}
