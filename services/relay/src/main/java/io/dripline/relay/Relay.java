package io.dripline.relay;

import io.dripline.contracts.Topics;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Publishes a table's committed rows in commit order, skipping nothing, at least once.
 *
 * <p>One instance per database and source is active, held by an advisory lock; the others stand by. The position is
 * stored only after the broker acknowledged all that came before it. After any failure it goes on from the stored
 * position, each time with half as many records at once, until nothing is left to publish: so long rows that do not fit
 * into memory together pass one by one, and a record that the broker refuses holds back only those after it. Going on past
 * it would lose it; {@link RelayStatus#failure} names its row.
 *
 * <p>The stored position may be set back while relays run, to publish the table again: the active instance goes on from
 * there and never writes over it.
 *
 * <p>Holds two connections of the data source for as long as it runs. The emitter's channel needs {@code
 * @OnOverflow(UNBOUNDED_BUFFER)}: the relay itself never has more than a batch under way.
 */
public final class Relay implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final Duration BUSY = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final DataSource dataSource;
    private final RelaySource source;
    private final MutinyEmitter<byte[]> emitter;
    private final RelayConfig config;
    private final Bell bell;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private volatile Runnable preparation = () -> {};
    private volatile @Nullable RelaySession current;
    private volatile RelayStatus status = new RelayStatus(false, 0, Position.START, null);

    public Relay(DataSource dataSource, RelaySource source, MutinyEmitter<byte[]> emitter, RelayConfig config) {
        this.dataSource = dataSource;
        this.source = source;
        this.emitter = emitter;
        this.config = config;
        this.bell = new Bell(dataSource, source);
        this.thread =
                Thread.ofPlatform().daemon().name("relay-" + source.name()).unstarted(this::run);
    }

    /** Starts publishing on a thread of its own; returns at once. */
    public void start() {
        thread.start();
        bell.start();
    }

    /**
     * Wakes the active instance, wherever it runs. For a writer to call after its commit; cheaper by far than {@code
     * pg_notify} within the transaction where several write at once.
     */
    public void ring() {
        bell.ring();
    }

    /**
     * As {@link #start()}, but publishes only after {@code first} succeeded, which is repeated until it does, and again
     * after every failure: a broker that comes back may have lost its topics. For what needs the broker, such as {@link
     * EnsureTopics}, in a service that must start while the broker is away.
     */
    public void startAfter(Runnable first) {
        preparation = first;
        start();
    }

    public RelayStatus status() {
        return status;
    }

    /** Stops after the batch that is under way, or without it if broker or database do not answer in time. */
    @Override
    public void close() {
        closing.countDown();
        bell.close();
        try {
            if (thread.isAlive() && !thread.join(PATIENCE)) {
                thread.interrupt();
                RelaySession stuck = current;
                if (stuck != null) {
                    stuck.abort();
                }
                thread.join(PATIENCE);
            }
        } catch (SQLException e) {
            LOG.debugf(e, "Relay %s: its connection was gone already", source.name());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        int failures = 0;
        while (!pausedUntilClosed(pauseAfter(failures))) {
            long publishedBefore = status.published();
            try {
                preparation.run();
                relay(Math.max(1, config.batchSize() >> Math.min(failures, 30)));
            } catch (InterruptedException e) {
                break;
            } catch (Exception | OutOfMemoryError e) {
                if (closing.getCount() > 0) {
                    failures = status.published() > publishedBefore ? 1 : failures + 1;
                    fail(e, failures);
                }
            }
        }
        status = new RelayStatus(false, status.published(), status.position(), status.failure());
    }

    /**
     * Until closed or failed: stands by, then publishes from the stored position.
     *
     * @param most records at once until all that waits is published, 1 or more
     */
    private void relay(int most) throws SQLException, InterruptedException {
        int limit = most;
        try (RelaySession session = new RelaySession(dataSource, source)) {
            current = session;
            while (!session.becomeActive()) {
                status = new RelayStatus(false, status.published(), status.position(), null);
                if (pausedUntilClosed(config.takeoverPoll())) {
                    return;
                }
            }
            Position position = session.storedPosition();
            status = new RelayStatus(true, status.published(), position, null);
            LOG.infof("Relay %s is active after %s", source.name(), position);
            long lastSign = System.nanoTime();
            while (closing.getCount() > 0) {
                List<RelayedRecord> records = session.read(position, limit);
                if (records.isEmpty()) {
                    limit = config.batchSize();
                    boolean busy = System.nanoTime() - lastSign < BUSY.toNanos();
                    if (session.notifiedWithin(busy ? config.busyPoll() : config.idlePoll())) {
                        // The row may have to wait for an older transaction: look again soon.
                        lastSign = System.nanoTime();
                    }
                    position = session.storedPosition();
                    continue;
                }
                send(records);
                Position sent = records.getLast().position();
                boolean moved = session.move(sent);
                position = session.storedPosition();
                if (!moved) {
                    LOG.infof("Relay %s was set back; it goes on after %s", source.name(), position);
                    continue;
                }
                status = new RelayStatus(true, status.published() + records.size(), position, null);
                lastSign = System.nanoTime();
            }
        }
    }

    /** Waits for the outcome of every send, so that none is still under way when a batch is repeated. */
    private void send(List<RelayedRecord> records) throws InterruptedException {
        CompletableFuture<?>[] acknowledgements = records.stream()
                .map(record -> emitter.sendMessage(message(record)).subscribeAsCompletionStage())
                .toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(acknowledgements).get();
        } catch (ExecutionException e) {
            RelayedRecord first = IntStream.range(0, acknowledgements.length)
                    .filter(i -> acknowledgements[i].isCompletedExceptionally())
                    .mapToObj(records::get)
                    .findFirst()
                    .orElseThrow();
            throw new UndeliveredException(first, e.getCause());
        }
    }

    private static Message<byte[]> message(RelayedRecord record) {
        RecordHeaders headers = new RecordHeaders();
        record.headers().forEach(headers::add);
        return Message.of(record.value())
                .addMetadata(OutgoingKafkaRecordMetadata.<String>builder()
                        .withKey(record.key())
                        .withPartition(record.partition(Topics.PARTITIONS))
                        .withHeaders(headers)
                        .build());
    }

    private void fail(Throwable e, int failures) {
        String reason;
        if (e instanceof UndeliveredException undelivered) {
            reason = String.valueOf(undelivered.getMessage());
        } else {
            reason = e.getCause() == null ? e.toString() : e.getCause().toString();
        }
        status = new RelayStatus(false, status.published(), status.position(), reason);
        if (failures == 1) {
            LOG.warnf(e, "Relay %s stopped; it goes on from the stored position", source.name());
        } else {
            LOG.warnf("Relay %s still stopped, attempt %d: %s", source.name(), failures, reason);
        }
    }

    private Duration pauseAfter(int failures) {
        if (failures == 0) {
            return Duration.ZERO;
        }
        Duration pause = config.longestPause().dividedBy(100).multipliedBy(1L << Math.min(failures - 1, 7));
        return pause.compareTo(config.longestPause()) < 0 ? pause : config.longestPause();
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
