package io.dripline.relay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Wakes the active relay, in whichever instance it is, on behalf of writers that have committed.
 *
 * <p>Not part of their transactions: PostgreSQL lets transactions that notify commit one at a time, each waiting for
 * the disk, which cost two thirds of the throughput of eight writers. A ring that is lost delays, it loses nothing.
 */
final class Bell implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Bell.class);
    private static final long BETWEEN_RINGS = TimeUnit.MILLISECONDS.toNanos(3);

    private final DataSource dataSource;
    private final String channel;
    private final Semaphore rings = new Semaphore(0);
    private final Thread thread;

    Bell(DataSource dataSource, RelaySource source) {
        this.dataSource = dataSource;
        this.channel = source.notifyChannel();
        this.thread =
                Thread.ofPlatform().daemon().name("relay-bell-" + source.name()).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Returns at once; rings that come together are one. */
    void ring() {
        if (rings.availablePermits() == 0) {
            rings.release();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                rings.acquire();
                ringUntilItFails();
            } catch (SQLException e) {
                LOG.debugf(e, "A ring on %s was lost; the relay polls", channel);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void ringUntilItFails() throws SQLException, InterruptedException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement ring = connection.prepareStatement("select pg_notify(?, '')")) {
            ring.setString(1, channel);
            while (true) {
                rings.drainPermits();
                ring.execute();
                LockSupport.parkNanos(BETWEEN_RINGS);
                rings.acquire();
            }
        }
    }
}
