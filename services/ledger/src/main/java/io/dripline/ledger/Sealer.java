package io.dripline.ledger;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.jdbc.PgConnection;

/**
 * Seals a database's rows for as long as the service runs, on a thread and a connection of its own. Of several instances one is
 * active, held by an advisory lock; the others stand by. After any failure it goes on from what is stored, but where
 * the chain is not the one that it wrote: then it stops until it is started again, and keeps the lock, so that no other goes on.
 * One that lacks the key of the last seal leaves sealing to those that have it.
 */
public final class Sealer implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Sealer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final DataSource dataSource;
    private final Ledger ledger;
    private final LedgerConfig config;
    private final List<LedgerKey> keys;
    private final ExportHeads exportHeads;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private @Nullable Head left;
    private volatile @Nullable Connection current;
    private volatile SealerStatus status = new SealerStatus(false, 0, 0, List.of(), null);

    /** @throws IllegalArgumentException if the key is too short */
    public Sealer(DataSource dataSource, Ledger ledger, LedgerConfig config) {
        this.dataSource = dataSource;
        this.ledger = ledger;
        this.config = config;
        this.keys = LedgerKey.all(config.key(), config.laterKeys().orElse(List.of()));
        this.exportHeads = new ExportHeads(config.headFile(), config.headInterval());
        this.thread = Thread.ofPlatform().daemon().name("ledger-sealer").unstarted(this::run);
    }

    /** Starts sealing; returns at once. */
    public void start() {
        thread.start();
    }

    public SealerStatus status() {
        return status;
    }

    /** The end of the chain as it is stored; empty while nothing is sealed. */
    public Optional<Head> head() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return StoredHead.of(keys.getLast(), ledger, connection);
        }
    }

    /** Stops after the batch that is under way, or without it if the database does not answer in time. */
    @Override
    public void close() {
        closing.countDown();
        try {
            if (thread.isAlive() && !thread.join(PATIENCE)) {
                thread.interrupt();
                Connection stuck = current;
                if (stuck != null) {
                    // Not the pool's own abort, which leaves the server's session, and with it the lock, alone.
                    stuck.unwrap(PgConnection.class).abort(Runnable::run);
                }
                thread.join(PATIENCE);
            }
        } catch (SQLException e) {
            LOG.debug("The connection of the sealer was gone already", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        int failures = 0;
        while (!pausedUntilClosed(pauseAfter(failures))) {
            long before = status.sealed();
            try {
                sealUntilClosed();
            } catch (SQLException | IOException | RuntimeException e) {
                if (closing.getCount() > 0) {
                    failures = status.sealed() > before ? 1 : failures + 1;
                    fail(e, failures);
                }
            }
        }
        status = status.stopped(status.failure());
    }

    private void sealUntilClosed() throws SQLException, IOException {
        try (Connection connection = dataSource.getConnection()) {
            current = connection;
            while (!becomesActive(connection)) {
                status = status.standingBy();
                if (pausedUntilClosed(config.interval())) {
                    return;
                }
            }
            try {
                seal(connection);
            } catch (ChainCutException e) {
                halt(e);
            } finally {
                release(connection);
            }
        }
    }

    private void seal(Connection connection) throws SQLException, IOException {
        List<String> changeable = changeable(connection);
        if (!changeable.isEmpty()) {
            LOG.errorf(
                    "The role of this service may change %s, where rows are only to be added: let another role own the tables"
                            + " (quarkus.flyway.username)",
                    changeable);
        }
        SealRows rows = new SealRows(keys.getLast(), ledger, connection, Clock.systemUTC());
        rows.requireAKeyOfItsEnd(keys);
        for (Optional<Head> kept : List.of(exportHeads.last(ledger), Optional.ofNullable(left))) {
            if (kept.isPresent()) {
                rows.requireThatItHolds(kept.get());
            }
        }
        boolean more;
        do {
            int sealed = rows.seal(config.batchSize());
            Optional<Head> head = rows.head();
            status = new SealerStatus(
                    true, status.sealed() + sealed, head.map(Head::position).orElse(0L), changeable, null);
            if (head.isPresent()) {
                left = head.get();
                exportHeads.exportWhenDue(head.get());
            }
            more = sealed >= config.batchSize();
        } while (more ? closing.getCount() > 0 : !pausedUntilClosed(config.interval()));
        Optional<Head> end = rows.head();
        if (end.isPresent()) {
            exportHeads.export(end.get());
        }
    }

    private static boolean becomesActive(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(
                        "select pg_try_advisory_lock(hashtextextended('dripline.ledger', 0))");
                ResultSet answer = lock.executeQuery()) {
            answer.next();
            return answer.getBoolean(1);
        }
    }

    private List<String> changeable(Connection connection) throws SQLException {
        List<String> names =
                new ArrayList<>(ledger.tables().stream().map(SealedTable::name).toList());
        names.add("ledger_seal");
        try (PreparedStatement query = connection.prepareStatement(
                "select t from unnest(?::text[]) as t where has_table_privilege(t, 'UPDATE, DELETE, TRUNCATE, TRIGGER')")) {
            query.setArray(1, connection.createArrayOf("text", names.toArray()));
            List<String> changeable = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    changeable.add(rows.getString(1));
                }
            }
            return changeable;
        }
    }

    /** The pool would keep the lock with the connection. */
    private static void release(Connection connection) throws SQLException {
        if (!connection.isClosed()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("select pg_advisory_unlock_all()");
            }
        }
    }

    private void halt(ChainCutException e) {
        status = status.stopped(e.getMessage());
        LOG.errorf(
                "Sealing stopped until this service is started again: %s. Look at ./dripline audit verify first: what is sealed"
                        + " from then on is taken as it is",
                e.getMessage());
        while (!pausedUntilClosed(LONGEST_PAUSE)) {
            // The lock is kept.
        }
    }

    private void fail(Exception e, int failures) {
        status = status.stopped("sealing stopped and is tried again; the log says why");
        if (failures == 1) {
            LOG.warnf(e, "Sealing %s stopped; it goes on from the last seal", ledger.name());
        } else {
            LOG.warnf("Sealing %s still stopped, attempt %d: %s", ledger.name(), failures, e);
        }
    }

    private static Duration pauseAfter(int failures) {
        if (failures == 0) {
            return Duration.ZERO;
        }
        Duration pause = Duration.ofMillis(50).multipliedBy(1L << Math.min(failures - 1, 7));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private boolean pausedUntilClosed(Duration pause) {
        try {
            return closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
