package io.dripline.classification.ruling;

import io.dripline.classification.words.WordSecrets;
import io.dripline.coding.ApplyRulings;
import io.dripline.coding.HeldWords;
import io.dripline.coding.Ruled;
import io.dripline.coding.Vocabulary;
import io.dripline.coding.WordKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Every revision of every ruling. Nothing is ever changed; words can be erased. */
@ApplicationScoped
public class Rulings {

    private static final String SELECT = """
            select seq, ruled_words.key as key, words, revision, terms, reason, who, decided_at, origin, taken_by, sessions
            from ruling join ruled_words using (seq) left join ruling_reason using (seq)
            left join words on words.key = ruled_words.key
            """;

    private static final String IS_CURRENT = """
            not exists (select from ruled_words as same join ruling as newer using (seq)
                        where same.key = ruled_words.key and newer.revision > ruling.revision)""";

    private final DataSource dataSource;
    private final Vocabulary vocabulary;
    private final WordSecrets secrets;

    Rulings(DataSource dataSource, Vocabulary vocabulary, WordSecrets secrets) {
        this.dataSource = dataSource;
        this.vocabulary = vocabulary;
        this.secrets = secrets;
    }

    /** Rulings after one of them, in the order in which they were made. */
    @Transactional(rollbackOn = SQLException.class)
    public List<Ruling> page(long after, boolean currentOnly, int limit) throws SQLException {
        return page(new RulingQuestion(null, currentOnly, false, after), limit);
    }

    /** Some of them, in the order that the question asks for. */
    @Transactional(rollbackOn = SQLException.class)
    List<Ruling> page(RulingQuestion question, int limit) throws SQLException {
        WordKey about = question.review();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(SELECT
                        + (question.latestFirst() ? "where seq < ?" : "where seq > ?")
                        + (question.currentOnly() ? " and " + IS_CURRENT : "")
                        + (about == null ? "" : " and ruled_words.key = ?")
                        + (question.latestFirst() ? " order by seq desc limit ?" : " order by seq limit ?"))) {
            int next = 1;
            query.setLong(next++, question.after());
            if (about != null) {
                query.setBytes(next++, about.bytes());
            }
            query.setInt(next, limit);
            return read(query);
        }
    }

    /** The ruling that holds about some words. */
    @Transactional(rollbackOn = SQLException.class)
    public Optional<Ruling> about(WordKey key) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return about(connection, key);
        }
    }

    Optional<Ruling> about(Connection connection, WordKey key) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(SELECT + "where ruled_words.key = ? order by revision desc limit 1")) {
            query.setBytes(1, key.bytes());
            return read(query).stream().findFirst();
        }
    }

    /** What a coder has to know that knows the rulings up to one of them; adds to {@code known}, from what is sealed alone. */
    @Transactional(rollbackOn = SQLException.class)
    long addNewer(long after, Map<WordKey, Ruled> known) throws SQLException {
        long last = after;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select seq, key, depth, terms from ruling where seq > ? order by seq")) {
            query.setLong(1, after);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    last = rows.getLong("seq");
                    known.put(
                            secrets.current(rows.getBytes("key"), rows.getInt("depth")),
                            new Ruled(last, texts(rows, "terms")));
                }
            }
            return last;
        }
    }

    /**
     * For whoever stores codings, first thing in the transaction: no ruling is made from then to its end.
     *
     * @param upTo the last ruling that the coder knew
     * @param held the words that were coded
     * @throws RulingsMovedException if one of these words was ruled on since
     */
    public void requireNothingNewAbout(Connection connection, long upTo, Collection<HeldWords> held)
            throws SQLException {
        try (PreparedStatement last = connection.prepareStatement("select last_ruling(?)")) {
            last.setBytes(1, secrets.fingerprint());
            try (ResultSet row = last.executeQuery()) {
                row.next();
                if (row.getLong(1) == upTo) {
                    return;
                }
            }
        }
        try (PreparedStatement newer = connection.prepareStatement(
                "select exists (select from ruled_words where seq > ? and key = any (?))")) {
            newer.setLong(1, upTo);
            newer.setArray(
                    2,
                    connection.createArrayOf(
                            "bytea",
                            held.stream().map(words -> words.key().bytes()).toArray(byte[][]::new)));
            try (ResultSet row = newer.executeQuery()) {
                row.next();
                if (row.getBoolean(1)) {
                    throw new RulingsMovedException();
                }
            }
        }
    }

    /**
     * From here to the end of the caller's transaction no codings are stored, and nobody else rules.
     *
     * @throws SQLException 53400 if the database is written with other secrets than those here
     */
    void begin(Connection connection) throws SQLException {
        try (PreparedStatement begin = connection.prepareStatement("select begin_ruling(?)")) {
            begin.setBytes(1, secrets.fingerprint());
            begin.execute();
        }
    }

    /** The next revision. Within the caller's transaction, which has begun a ruling. */
    long append(Connection connection, WordKey key, int revision, Decision decision, long sessions)
            throws SQLException {
        long seq;
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into ruling (key, revision, terms, who, decided_at, origin, taken_by, sessions, depth)
                values (?, ?, ?, ?, coalesce(?, clock_timestamp()), ?, ?, ?, ?) returning seq""")) {
            insert.setBytes(1, key.bytes());
            insert.setInt(2, revision);
            insert.setArray(3, connection.createArrayOf("text", decision.terms().toArray()));
            insert.setString(4, decision.who());
            Instant at = decision.at();
            insert.setObject(5, at == null ? null : at.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
            insert.setString(6, decision.origin());
            insert.setString(7, decision.takenBy());
            insert.setLong(8, sessions);
            insert.setInt(9, secrets.depth());
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                seq = row.getLong(1);
            }
        }
        try (PreparedStatement insert =
                connection.prepareStatement("insert into ruling_reason (seq, reason) values (?, ?)")) {
            insert.setLong(1, seq);
            insert.setString(2, decision.reason());
            insert.executeUpdate();
        }
        return seq;
    }

    private List<Ruling> read(PreparedStatement query) throws SQLException {
        List<Ruling> rulings = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                List<String> terms = texts(rows, "terms");
                long seq = rows.getLong("seq");
                rulings.add(new Ruling(
                        seq,
                        WordKey.of(rows.getBytes("key")).hex(),
                        rows.getString("words"),
                        rows.getInt("revision"),
                        terms,
                        terms.isEmpty(),
                        rows.getString("reason"),
                        rows.getString("who"),
                        rows.getObject("decided_at", OffsetDateTime.class).toInstant(),
                        rows.getString("origin"),
                        rows.getString("taken_by"),
                        rows.getLong("sessions"),
                        !ApplyRulings.isCodable(new Ruled(seq, terms), vocabulary)));
            }
        }
        return rulings;
    }

    private static List<String> texts(ResultSet rows, String column) throws SQLException {
        return List.of((String[]) rows.getArray(column).getArray());
    }
}
