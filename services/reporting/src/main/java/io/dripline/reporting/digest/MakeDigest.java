package io.dripline.reporting.digest;

import io.dripline.reporting.database.DatabaseAway;
import io.dripline.reporting.digest.Digest.Standing;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Makes the digest of a day once, at its time, or as soon afterwards that day as the service runs; of several instances the
 * first to write it makes it. Deliveries follow from its row.
 */
@ApplicationScoped
class MakeDigest {

    private static final Logger LOG = Logger.getLogger(MakeDigest.class);

    private final Jdbi jdbi;
    private final Digests digests;
    private final ComputeDigest compute;
    private final DigestConfig config;
    private final Clock clock;

    MakeDigest(Jdbi jdbi, Digests digests, ComputeDigest compute, DigestConfig config, Clock clock) {
        this.jdbi = jdbi;
        this.digests = digests;
        this.compute = compute;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    void lookAtTheClock() {
        try {
            makeIfDue(clock.instant());
        } catch (JdbiException e) {
            if (!DatabaseAway.isBehind(e)) {
                throw e;
            }
            LOG.debug("The digest waits for the database", e);
        }
    }

    /** Makes the digest of the day if its time has come and it has none; whether this call made it. */
    boolean makeIfDue(Instant now) {
        ZonedDateTime here = now.atZone(config.zone());
        LocalDate day = here.toLocalDate();
        if (here.isBefore(ZonedDateTime.of(day, config.at(), config.zone()))
                || jdbi.withHandle(handle -> digests.isThere(handle, day))) {
            return false;
        }
        Digest digest = compute.compute(
                day,
                config.zone(),
                Standing.MADE,
                now,
                jdbi.withHandle(handle -> digests.before(handle, day)).orElse(null));
        boolean made = jdbi.inTransaction(handle -> digests.add(handle, digest));
        if (made) {
            LOG.infof(
                    "Digest of %s: %d of %d monitors stand out, %d alerts are open",
                    day,
                    digest.rejected().size(),
                    digest.monitors(),
                    digest.openAlerts().size());
        }
        return made;
    }

    /** The digest of today, or what it would say now. */
    Digest today() {
        Instant now = clock.instant();
        LocalDate day = now.atZone(config.zone()).toLocalDate();
        return jdbi.withHandle(handle -> digests.find(handle, day))
                .orElseGet(() -> compute.compute(
                        day,
                        config.zone(),
                        Standing.PREVIEW,
                        now,
                        jdbi.withHandle(handle -> digests.before(handle, day)).orElse(null)));
    }
}
