package io.dripline.reporting.stream;

import io.dripline.reporting.alert.MonitorsJudged;
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
import org.postgresql.PGNotification;

/**
 * Hears of every judgement on the database, whichever instance judged, so that each instance tells its own subscribers.
 * Holds a connection for as long as it runs. What was said while it did not listen is lost, so all is told whenever it
 * begins to.
 */
@ApplicationScoped
class HearJudgements {

    private static final Logger LOG = Logger.getLogger(HearJudgements.class);
    private static final Duration UNTIL_CLOSING_IS_SEEN = Duration.ofMillis(250);
    private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(10);
    private static final int SECONDS_TO_ANSWER_A_CHECK = 5;

    private final DataSource dataSource;
    private final TellSubscribers tellSubscribers;
    private final StreamConfig config;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("hear-judgements").unstarted(this::run);
    private int failures;

    HearJudgements(DataSource dataSource, TellSubscribers tellSubscribers, StreamConfig config) {
        this.dataSource = dataSource;
        this.tellSubscribers = tellSubscribers;
        this.config = config;
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
        do {
            try (Connection connection = dataSource.getConnection()) {
                hear(connection);
            } catch (SQLException | RuntimeException e) {
                // any other exception too: nobody would see that this thread has ended
                fail(e);
            }
        } while (!closedWithin(config.pauseAfter(failures)));
    }

    private void hear(Connection connection) throws SQLException {
        // The pool hands this connection on. Not its abort: that would count the connection as lent out for ever.
        try (Listening _ = () -> execute(connection, "unlisten *")) {
            execute(connection, "listen " + MonitorsJudged.CHANNEL);
            tellSubscribers.changed(MonitorsJudged.EVERYTHING);
            failures = 0;
            hearUntilClosed(connection);
        }
    }

    private interface Listening extends AutoCloseable {
        @Override
        void close() throws SQLException;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void hearUntilClosed(Connection connection) throws SQLException {
        PGConnection listening = connection.unwrap(PGConnection.class);
        long checked = System.nanoTime();
        while (closing.getCount() > 0) {
            for (PGNotification heard : listening.getNotifications((int) UNTIL_CLOSING_IS_SEEN.toMillis())) {
                tellSubscribers.changed(MonitorsJudged.read(heard.getParameter()));
            }
            if (System.nanoTime() - checked > BETWEEN_CHECKS.toNanos()) {
                checked = System.nanoTime();
                if (!connection.isValid(SECONDS_TO_ANSWER_A_CHECK)) {
                    throw new SQLException("the database does not answer");
                }
            }
        }
    }

    private void fail(Exception e) {
        failures++;
        if (failures == 1) {
            LOG.warn("Judgements are not heard; all is told once they are again", e);
        } else {
            LOG.warnf("Judgements are still not heard, attempt %d: %s", failures, e);
        }
    }

    private boolean closedWithin(Duration pause) {
        try {
            return closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
