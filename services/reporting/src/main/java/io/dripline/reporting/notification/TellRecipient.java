package io.dripline.reporting.notification;

import io.dripline.reporting.database.DatabaseAway;
import io.dripline.reporting.notification.Deliveries.Claimed;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Tells one recipient what is due, the oldest first, on a thread of its own. No transaction is open and no connection held
 * while it waits for an answer. How a try ended is noted before anything else is tried, however long the database is away: that
 * repeats nothing while the lease holds. Once it is over another instance may tell it again, as does this one where it was killed
 * between an answer and its note; by the same id.
 */
final class TellRecipient implements AutoCloseable {

    /** How long after the longest try somebody else may take a delivery. */
    private static final Duration MARGIN = Duration.ofSeconds(10);

    /** How long workers that are told to stop may take, all together. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private static final Logger LOG = Logger.getLogger(TellRecipient.class);

    private final String recipient;
    private final Channel channel;
    private final Jdbi jdbi;
    private final Deliveries deliveries;
    private final Notices notices;
    private final BackOff backOff;
    private final Duration poll;
    private final Clock clock;
    private final Consumer<Outcome> tried;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private volatile long closingSince;
    private @Nullable Ended unnoted;

    private record Ended(Claimed claimed, Outcome outcome, Instant at) {}

    /** @param tried is told how each try ended */
    TellRecipient(
            String recipient,
            Channel channel,
            Jdbi jdbi,
            Deliveries deliveries,
            Notices notices,
            BackOff backOff,
            Duration poll,
            Clock clock,
            Consumer<Outcome> tried) {
        this.recipient = recipient;
        this.channel = channel;
        this.jdbi = jdbi;
        this.deliveries = deliveries;
        this.notices = notices;
        this.backOff = backOff;
        this.poll = poll;
        this.clock = clock;
        this.tried = tried;
        this.thread = Thread.ofPlatform().daemon().name("tell-" + recipient).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Ends tries that are under way, all at once; they are tried again after their leases. */
    static void closeAll(List<TellRecipient> workers) {
        workers.forEach(TellRecipient::stop);
        workers.forEach(TellRecipient::close);
    }

    private void stop() {
        if (closing.getCount() > 0) {
            closingSince = System.nanoTime();
            closing.countDown();
            thread.interrupt();
        }
    }

    /** Ends a try that is under way; it is tried again after the lease. */
    @Override
    public void close() {
        stop();
        try {
            if (thread.isAlive()) {
                thread.join(GRACE.minusNanos(System.nanoTime() - closingSince));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        channel.close();
    }

    private void run() {
        boolean failing = false;
        while (closing.getCount() > 0) {
            boolean more = false;
            try {
                more = tellNext();
                failing = false;
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | OutOfMemoryError e) {
                if (closing.getCount() > 0 && !failing) {
                    LOG.warnf(e, "Telling %s stopped; it goes on by itself", recipient);
                }
                failing = true;
            }
            if (!more && pausedUntilClosed()) {
                return;
            }
        }
    }

    /** Tries the oldest delivery that is due; whether there was one. */
    boolean tellNext() throws InterruptedException {
        noteWhatEnded();
        Claimed claimed = jdbi.inTransaction(handle -> deliveries.claim(
                        handle, recipient, clock.instant(), channel.longest().plus(MARGIN)))
                .orElse(null);
        if (claimed == null) {
            return false;
        }
        Outcome outcome = attempt(claimed);
        if (outcome == null) {
            LOG.warnf(
                    "Delivery %s to %s waits for its lease: it was not read in time",
                    claimed.delivery().id(), recipient);
            return false;
        }
        unnoted = new Ended(claimed, outcome, clock.instant());
        tried.accept(outcome);
        noteWhatEnded();
        return true;
    }

    /** Null where the notice was not read in time: somebody else could take the delivery before the try ends. */
    private @Nullable Outcome attempt(Claimed claimed) throws InterruptedException {
        Delivery delivery = claimed.delivery();
        try {
            Notice notice = jdbi.withHandle(handle -> notices.of(handle, delivery));
            if (clock.instant().plus(channel.longest()).isAfter(claimed.leasedUntil())) {
                return null;
            }
            return channel.tell(delivery, notice);
        } catch (RuntimeException e) {
            if (DatabaseAway.isBehind(e)) {
                throw e;
            }
            LOG.errorf(e, "A delivery to %s met a defect", recipient);
            return new Outcome.Failed(
                    "a defect of Dripline, which was logged: " + e.getClass().getSimpleName());
        }
    }

    /**
     * Kept until it is noted. One that the database refuses for another reason than that it is away, in whatever words, is
     * kept as long as the lease holds, so that what can never be noted does not hold up the recipient for ever.
     */
    private void noteWhatEnded() {
        Ended ended = unnoted;
        if (ended == null) {
            return;
        }
        try {
            note(ended);
            unnoted = null;
        } catch (RuntimeException e) {
            boolean leaseHolds = clock.instant().isBefore(ended.claimed().leasedUntil());
            if (!DatabaseAway.isBehind(e) && !(leaseHolds && isOfDatabase(e))) {
                unnoted = null;
            }
            throw e;
        }
    }

    private static boolean isOfDatabase(@Nullable Throwable failure) {
        return failure != null && (failure instanceof SQLException || isOfDatabase(failure.getCause()));
    }

    private void note(Ended ended) {
        Delivery delivery = ended.claimed().delivery();
        switch (ended.outcome()) {
            case Outcome.Delivered _ ->
                jdbi.useTransaction(handle -> deliveries.delivered(handle, delivery.id(), ended.at()));
            case Outcome.Failed(String error) -> {
                Instant next = backOff.next(
                                ended.claimed().failures() + 1, ended.claimed().waitingSince(), ended.at())
                        .orElse(null);
                jdbi.useTransaction(handle -> deliveries.failed(handle, delivery, error, next));
                say(delivery, error, next);
            }
        }
    }

    private void say(Delivery delivery, String error, @Nullable Instant next) {
        if (next == null) {
            LOG.errorf(
                    "Delivery %s to %s is parked after %d tries: %s",
                    delivery.id(), recipient, delivery.tries(), error);
        } else {
            LOG.warnf("Delivery %s to %s failed, next try at %s: %s", delivery.id(), recipient, next, error);
        }
    }

    private boolean pausedUntilClosed() {
        try {
            return closing.await(poll.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
