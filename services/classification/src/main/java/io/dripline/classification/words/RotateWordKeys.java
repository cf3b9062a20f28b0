package io.dripline.classification.words;

import io.dripline.coding.WordKey;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * At the start: takes the keys of words through the secrets that were added since, in one transaction, during which nothing is coded and
 * nobody rules. Secrets that are not those of the database stop the start: under them no ruling would find its words. What is sealed
 * keeps the key that it was written with; today's stands beside it.
 */
@Singleton
public class RotateWordKeys {

    private static final Logger LOG = Logger.getLogger(RotateWordKeys.class);
    private static final int AT_ONCE = 10_000;

    /** Where words are found by their keys, but for the rulings. */
    private static final List<String> KEYED = List.of("words", "session_word", "recoding");

    private static final String RULED = """
            select ruling.seq, ruling.key, ruling.depth, ruled_words.key as known
            from ruling left join ruled_words using (seq)""";

    private final DataSource dataSource;
    private final WordSecrets secrets;

    public RotateWordKeys(DataSource dataSource, WordSecrets secrets) {
        this.dataSource = dataSource;
        this.secrets = secrets;
    }

    void start(@Observes @Priority(1) StartupEvent starting) throws SQLException {
        rotate();
    }

    /**
     * Does nothing where all secrets are applied already.
     *
     * @throws IllegalStateException if the database was written with other secrets, or with more
     */
    public void rotate() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("set local transaction_timeout = 0");
                statement.execute("select hold_rulings()");
                int depth = appliedSecrets(statement);
                if (depth < secrets.depth()) {
                    for (String table : KEYED) {
                        nest(connection, table, depth);
                    }
                    store(connection);
                    LOG.infof("Words are found by keys under %d secrets now, %d before", secrets.depth(), depth);
                }
                findRuledWords(connection);
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    private int appliedSecrets(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select depth, fingerprint from word_secrets")) {
            row.next();
            int depth = row.getInt("depth");
            byte[] fingerprint = row.getBytes("fingerprint");
            boolean isKnown = depth <= secrets.depth()
                    && (fingerprint == null || MessageDigest.isEqual(fingerprint, secrets.fingerprint(depth)));
            if (!isKnown) {
                throw new IllegalStateException(
                        "%s: expected the %d secrets with which the database was written, oldest first, and new ones behind them; found %s"
                                .formatted(
                                        WordSecrets.SETTING,
                                        depth,
                                        depth > secrets.depth() ? secrets.depth() : "others"));
            }
            return depth;
        }
    }

    private void nest(Connection connection, String table, int depth) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(
                        "select distinct key from %s where key is not null".formatted(table));
                PreparedStatement write = connection.prepareStatement("""
                        update %1$s set key = news.after
                        from unnest(?::bytea[], ?::bytea[]) as news (before, after) where %1$s.key = news.before
                        """.formatted(table))) {
            read.setFetchSize(AT_ONCE);
            List<byte[]> before = new ArrayList<>();
            List<byte[]> after = new ArrayList<>();
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    byte[] key = rows.getBytes("key");
                    before.add(key);
                    after.add(secrets.current(key, depth).bytes());
                    if (before.size() == AT_ONCE) {
                        write(connection, write, before, after);
                    }
                }
            }
            write(connection, write, before, after);
        }
    }

    private static void write(Connection connection, PreparedStatement write, List<byte[]> before, List<byte[]> after)
            throws SQLException {
        write.setArray(1, connection.createArrayOf("bytea", before.toArray(byte[][]::new)));
        write.setArray(2, connection.createArrayOf("bytea", after.toArray(byte[][]::new)));
        write.executeUpdate();
        before.clear();
        after.clear();
    }

    private void store(Connection connection) throws SQLException {
        try (PreparedStatement store =
                connection.prepareStatement("update word_secrets set depth = ?, fingerprint = ?")) {
            store.setInt(1, secrets.depth());
            store.setBytes(2, secrets.fingerprint());
            store.executeUpdate();
        }
    }

    /** Always, and from what is sealed: whoever changed where a ruling's words are found is undone. */
    private void findRuledWords(Connection connection) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(RULED);
                PreparedStatement write = connection.prepareStatement("""
                        insert into ruled_words (seq, key) values (?, ?)
                        on conflict (seq) do update set key = excluded.key""")) {
            read.setFetchSize(AT_ONCE);
            int waiting = 0;
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    WordKey key = secrets.current(rows.getBytes("key"), rows.getInt("depth"));
                    byte[] known = rows.getBytes("known");
                    if (known == null || !WordKey.of(known).equals(key)) {
                        write.setLong(1, rows.getLong("seq"));
                        write.setBytes(2, key.bytes());
                        write.addBatch();
                        if (++waiting % AT_ONCE == 0) {
                            write.executeBatch();
                        }
                    }
                }
            }
            write.executeBatch();
        }
    }
}
