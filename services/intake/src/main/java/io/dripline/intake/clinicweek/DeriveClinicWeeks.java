package io.dripline.intake.clinicweek;

import io.agroal.api.AgroalDataSource;
import io.dripline.contracts.tally.ClinicWeek;
import io.dripline.intake.clinicweek.Changes.Reached;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Follows what doors commit, in commit order, and writes the next version of each clinic-week that it changes. Behind the
 * doors, so that a report costs what it did and reports of one week do not wait for each other; a position that moves with what
 * was written makes that no change is lost and none counted twice.
 *
 * <p>One instance per database does it: the one that holds an advisory lock, on the connection on which it writes, so that
 * who lost the lock can no longer write.
 */
@Singleton
public class DeriveClinicWeeks {

    private static final Logger LOG = Logger.getLogger(DeriveClinicWeeks.class);
    private static final String LOCK = "hashtextextended('dripline.intake.derive-clinic-weeks', 0)";

    private final AgroalDataSource dataSource;
    private final CommittedChanges committedChanges;
    private final ClinicWeekVersions versions;
    private final PublishClinicWeeks publish;
    private final ClinicWeeksConfig config;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("derive-clinic-weeks").unstarted(this::run);
    private volatile @Nullable String failure;

    DeriveClinicWeeks(
            AgroalDataSource dataSource,
            CommittedChanges committedChanges,
            ClinicWeekVersions versions,
            PublishClinicWeeks publish,
            ClinicWeeksConfig config) {
        this.dataSource = dataSource;
        this.committedChanges = committedChanges;
        this.versions = versions;
        this.publish = publish;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        closing.countDown();
        if (thread.isAlive() && !thread.join(Duration.ofSeconds(2))) {
            thread.interrupt();
            thread.join(Duration.ofSeconds(2));
        }
    }

    /** Why the last try failed, null while all is well. */
    @Nullable
    String failure() {
        return failure;
    }

    private void run() {
        do {
            try (Connection connection = dataSource.getConnection()) {
                follow(connection);
            } catch (SQLException | RuntimeException e) {
                fail(e);
            }
        } while (!closedWithin(config.retry()));
    }

    private void follow(Connection connection) throws SQLException {
        if (!locked(connection, "pg_try_advisory_lock")) {
            failure = null;
            return;
        }
        try {
            Reached reached = versions.reached(connection);
            boolean more;
            do {
                Changes changes = committedChanges.after(connection, reached, config.batchSize());
                more = changes.more();
                if (!changes.days().isEmpty()) {
                    append(connection, changes);
                    reached = changes.reached();
                }
                failure = null;
            } while (!closedWithin(more ? Duration.ZERO : config.pause()));
        } finally {
            unlock(connection);
        }
    }

    private void append(Connection connection, Changes changes) throws SQLException {
        Set<ClinicDate.Week> weeks =
                changes.days().stream().map(ClinicDate::week).collect(Collectors.toSet());
        List<ClinicWeek> next = NextVersions.of(
                weeks,
                versions.latest(connection, weeks),
                changes.posted(),
                versions.performed(connection, changes.tallied()));
        versions.append(connection, next, changes.reached());
        if (!next.isEmpty()) {
            publish.ring();
        }
    }

    /** The connection goes back to the pool, which would keep the lock. */
    private static void unlock(Connection connection) {
        try {
            locked(connection, "pg_advisory_unlock");
        } catch (SQLException e) {
            LOG.debug("The connection is gone, and the lock with it", e);
        }
    }

    private static boolean locked(Connection connection, String function) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("select %s(%s)".formatted(function, LOCK))) {
            answer.next();
            return answer.getBoolean(1);
        }
    }

    private void fail(Exception e) {
        boolean first = failure == null;
        failure = String.valueOf(e.getMessage());
        if (first) {
            LOG.warn("Clinic-weeks do not follow; they go on from where they were", e);
        } else {
            LOG.warnf("Clinic-weeks still do not follow: %s", e);
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
