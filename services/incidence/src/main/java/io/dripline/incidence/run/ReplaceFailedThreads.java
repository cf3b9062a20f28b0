package io.dripline.incidence.run;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jboss.logging.Logger;

/**
 * What happens when a stream thread fails: a fault that may pass gets a new thread, anything else, and a fault that
 * does not pass, ends the client, which turns the liveness check DOWN. Nothing is lost either way: the open
 * transaction is aborted and its records are taken up again.
 */
@Singleton
class ReplaceFailedThreads implements StreamsUncaughtExceptionHandler {

    static final int MOST_REPLACEMENTS = 10;
    static final Duration WITHIN = Duration.ofMinutes(10);

    private static final Logger LOG = Logger.getLogger(ReplaceFailedThreads.class);

    private final InstantSource clock;
    private final Deque<Instant> replacements = new ArrayDeque<>();

    @Inject
    ReplaceFailedThreads() {
        this(InstantSource.system());
    }

    ReplaceFailedThreads(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized StreamThreadExceptionResponse handle(Throwable failure) {
        if (!mayPass(failure)) {
            LOG.error("A stream thread failed for good: nothing is counted until this service is restarted", failure);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        Instant now = clock.instant();
        replacements.removeIf(earlier -> earlier.isBefore(now.minus(WITHIN)));
        if (replacements.size() == MOST_REPLACEMENTS) {
            LOG.errorf(
                    failure,
                    "A stream thread failed again after %d replacements within %s: nothing is counted until this service is restarted",
                    MOST_REPLACEMENTS,
                    WITHIN);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        replacements.add(now);
        LOG.warn("A stream thread failed and is replaced", failure);
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    private static boolean mayPass(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof RetriableException || at instanceof ProducerFencedException) {
                return true;
            }
        }
        return false;
    }
}
