package io.dripline.intake.privacy;

import io.quarkus.runtime.StartupEvent;
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
 * Before the doors open: takes the stored hashes of patients' codes through the keys that were added since, in one transaction. The
 * patients' ids stay, and with them everything else. Keys that are not those of the database stop the start: under them
 * every patient would be a new one.
 */
@Singleton
class RotatePseudonyms {

    private static final Logger LOG = Logger.getLogger(RotatePseudonyms.class);
    private static final int AT_ONCE = 10_000;

    private final DataSource dataSource;
    private final KeyedHashes hashes;

    RotatePseudonyms(DataSource dataSource, KeyedHashes hashes) {
        this.dataSource = dataSource;
        this.hashes = hashes;
    }

    void start(@Observes StartupEvent starting) throws SQLException {
        rotate();
    }

    /**
     * Does nothing where all keys are applied already.
     *
     * @throws IllegalStateException if the database was written with other keys, or with more
     */
    void rotate() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("set local transaction_timeout = 0");
                int depth = appliedKeys(statement);
                if (depth < hashes.depth()) {
                    nest(connection, depth);
                    LOG.infof("Patients' codes are hashed by %d keys now, %d before", hashes.depth(), depth);
                }
                store(connection);
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    /** Whoever inserts a patient meanwhile waits for the row, and is refused if it hashed by fewer keys. */
    private int appliedKeys(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select depth, fingerprint from pseudonym_keys for update")) {
            row.next();
            int depth = row.getInt("depth");
            byte[] fingerprint = row.getBytes("fingerprint");
            boolean isKnown = depth <= hashes.depth()
                    && (fingerprint == null || MessageDigest.isEqual(fingerprint, hashes.fingerprint(depth)));
            if (!isKnown) {
                throw new IllegalStateException(
                        "dripline.intake.pseudonym-key, later-pseudonym-keys: expected the %d keys with which the database was written, oldest first, and new ones behind them; found %s"
                                .formatted(depth, depth > hashes.depth() ? hashes.depth() : "others"));
            }
            return depth;
        }
    }

    private void nest(Connection connection, int depth) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement("select id, code_hash from patient");
                PreparedStatement write = connection.prepareStatement("""
                        update patient set code_hash = news.code_hash
                        from unnest(?::text[], ?::bytea[]) as news (id, code_hash) where patient.id = news.id""")) {
            read.setFetchSize(AT_ONCE);
            List<String> ids = new ArrayList<>();
            List<byte[]> nested = new ArrayList<>();
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getString("id"));
                    nested.add(hashes.nest(rows.getBytes("code_hash"), depth));
                    if (ids.size() == AT_ONCE) {
                        write(connection, write, ids, nested);
                    }
                }
            }
            write(connection, write, ids, nested);
        }
    }

    private static void write(Connection connection, PreparedStatement write, List<String> ids, List<byte[]> nested)
            throws SQLException {
        write.setArray(1, connection.createArrayOf("text", ids.toArray()));
        write.setArray(2, connection.createArrayOf("bytea", nested.toArray(byte[][]::new)));
        write.executeUpdate();
        ids.clear();
        nested.clear();
    }

    private void store(Connection connection) throws SQLException {
        try (PreparedStatement store = connection.prepareStatement(
                "update pseudonym_keys set depth = ?, fingerprint = ? where (depth, fingerprint) is distinct from (?, ?)")) {
            store.setInt(1, hashes.depth());
            store.setBytes(2, hashes.fingerprint(hashes.depth()));
            store.setInt(3, hashes.depth());
            store.setBytes(4, hashes.fingerprint(hashes.depth()));
            store.executeUpdate();
        }
    }
}
