package io.dripline.incidence.run;

import io.dripline.incidence.count.OtherRuleException;
import io.dripline.incidence.count.WrongStoreException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jboss.logging.Logger;

/**
 * What happens when a stream thread fails: it gets a new one, whatever the fault, for brokers fail in more ways than one can list. A
 * store of wrong counts or of another rule, and a fault that does not pass, end the client, which turns the liveness check DOWN. Nothing is lost either
 * way: the open transaction is aborted and its records are taken up again.
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
        if (isOfTheStore(failure)) {
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

    private static boolean isOfTheStore(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof WrongStoreException || at instanceof OtherRuleException) {
                return true;
            }
        }
        return false;
    }
}
