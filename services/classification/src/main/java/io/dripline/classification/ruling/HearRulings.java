package io.dripline.classification.ruling;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/**
 * Learns of rulings that other instances take. Holds a connection for as long as it runs. A ruling that is not heard is
 * learned at the next look, and never missed by what is stored: that asks the database.
 */
@ApplicationScoped
class HearRulings {

    private static final Logger LOG = Logger.getLogger(HearRulings.class);
    private static final Duration UNTIL_CLOSING_IS_SEEN = Duration.ofMillis(250);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final DataSource dataSource;
    private final KnownRulings known;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("hear-rulings").unstarted(this::run);

    HearRulings(DataSource dataSource, KnownRulings known) {
        this.dataSource = dataSource;
        this.known = known;
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        closing.countDown();
        if (thread.isAlive()) {
            thread.join(Duration.ofSeconds(2));
        }
    }

    private void run() {
        boolean failed = false;
        do {
            try (Connection connection = dataSource.getConnection()) {
                failed = false;
                hear(connection);
            } catch (Throwable e) {
                // an error too: nobody would see that this thread has ended
                if (!failed) {
                    LOG.warnf("Rulings of other instances are not heard until the database is back: %s", e);
                }
                failed = true;
            }
        } while (!closedAfterFailure());
    }

    private void hear(Connection connection) throws SQLException {
        try {
            try (Statement statement = connection.createStatement()) {
                statement.execute("listen ruling");
            }
            PGConnection listening = connection.unwrap(PGConnection.class);
            known.refresh();
            long looked = System.nanoTime();
            while (closing.getCount() > 0) {
                boolean heard = listening.getNotifications((int) UNTIL_CLOSING_IS_SEEN.toMillis()).length > 0;
                if (heard || System.nanoTime() - looked > BETWEEN_LOOKS.toNanos()) {
                    looked = System.nanoTime();
                    known.refresh();
                }
            }
        } finally {
            // The pool hands this connection on.
            try (Statement statement = connection.createStatement()) {
                statement.execute("unlisten *");
            }
        }
    }

    private boolean closedAfterFailure() {
        try {
            return closing.await(AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
