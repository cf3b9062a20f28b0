package io.dripline.classification.recoding;

import io.dripline.classification.session.Traffic;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Default;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Recodes past sessions for as long as the service runs, in one instance for each database, held by an advisory lock; the
 * others stand by. Fresh reports overtake: while they are being coded it waits, and does one batch now and then, so that
 * it comes to an end all the same. What was done and what is left lies in the database, so a restart goes on.
 */
@Wellness
@Default
@ApplicationScoped
class RunRecoding implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(RunRecoding.class);
    private static final Duration BETWEEN_GLANCES = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final DataSource dataSource;
    private final RecodeSessions recode;
    private final Traffic traffic;
    private final RecodingConfig config;
    private @Nullable Run run;
    private volatile @Nullable String failure;

    RunRecoding(DataSource dataSource, RecodeSessions recode, Traffic traffic, RecodingConfig config) {
        this.dataSource = dataSource;
        this.recode = recode;
        this.traffic = traffic;
        this.config = config;
    }

    void onStart(@Observes StartupEvent event) {
        start();
    }

    void onStop(@Observes ShutdownEvent event) throws InterruptedException {
        stop();
    }

    synchronized void start() {
        if (run == null) {
            run = new Run();
            run.thread.start();
        }
    }

    /** Down while past sessions cannot be recoded; fresh reports are coded all the same. */
    @Override
    public HealthCheckResponse call() {
        String why = failure;
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("Recoding").withData("setAside", recode.setAside());
        return why == null
                ? answer.up().build()
                : answer.down()
                        .withData("failure", "recoding waits and is tried again; the log says why")
                        .build();
    }

    /** Returns when the batch that is under way is stored or given up. */
    synchronized void stop() throws InterruptedException {
        if (run != null) {
            run.closing.countDown();
            run.thread.join(PATIENCE);
            run = null;
        }
    }

    private final class Run {

        private final CountDownLatch closing = new CountDownLatch(1);
        private final Thread thread =
                Thread.ofPlatform().daemon().name("recode-sessions").unstarted(this::untilClosed);

        private void untilClosed() {
            int failures = 0;
            do {
                try (Connection connection = dataSource.getConnection()) {
                    if (isActive(connection)) {
                        try {
                            work(connection);
                        } finally {
                            unlock(connection);
                        }
                    }
                    failures = 0;
                    failure = null;
                } catch (Throwable e) {
                    // an error too: nobody would see that this thread has ended
                    failures = failure == null ? 1 : failures + 1;
                    failure = e.toString();
                    if (failures == 1) {
                        LOG.warn("Recoding waits and will be tried again", e);
                    } else {
                        LOG.warnf("Recoding still waits, attempt %d: %s", failures, e.getMessage());
                    }
                }
            } while (!closedWithin(
                    failures == 0
                            ? config.idlePoll()
                            : config.longestPause().dividedBy(Math.max(1, 16 >> Math.min(failures, 5)))));
        }

        private void work(Connection connection) throws SQLException {
            recode.begin();
            while (!closedWithin(Duration.ZERO)) {
                if (!connection.isValid(5)) {
                    throw new SQLException("the database does not answer");
                }
                boolean isMore = recode.goOn();
                failure = null;
                if (!isMore) {
                    if (closedWithin(config.idlePoll())) {
                        return;
                    }
                } else {
                    letOthersPass();
                }
            }
        }

        private void letOthersPass() {
            long until = System.nanoTime() + config.longestYield().toNanos();
            while (traffic.isBusy() && System.nanoTime() - until < 0) {
                if (closedWithin(BETWEEN_GLANCES)) {
                    return;
                }
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

    private static boolean isActive(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select pg_try_advisory_lock(hashtextextended('dripline.recoding', 0))")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static void unlock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_unlock_all()");
        }
    }
}
