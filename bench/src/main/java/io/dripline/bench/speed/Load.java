package io.dripline.bench.speed;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/** Clients at work side by side. */
final class Load {

    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(10);
    private static final int DIGITS = 3;

    /** Gives the moments, on the clock of {@link System#nanoTime()}, from which requests are timed. */
    private interface Schedule {

        /** Waits until it is time for another request; the time from which it counts, or a negative one if it was the last. */
        long next();
    }

    private Load() {}

    /** Each asks again as soon as it is answered, until so many requests are done in all. */
    static Measured times(List<? extends Client> clients, long requests) throws Exception {
        AtomicLong taken = new AtomicLong();
        return run(clients, begin -> () -> taken.getAndIncrement() < requests ? System.nanoTime() - begin : -1);
    }

    /** Each asks again as soon as it is answered. */
    static Measured atFullSpeed(List<? extends Client> clients, Duration duration) throws Exception {
        return run(clients, begin -> () -> {
            long now = System.nanoTime() - begin;
            return now < duration.toNanos() ? now : -1;
        });
    }

    /**
     * Requests fall due at an even pace whether earlier ones are answered or not, and are timed from when they fell due: one that had to
     * wait for a client that was held up has waited.
     */
    static Measured atPace(List<? extends Client> clients, double perSecond, Duration duration) throws Exception {
        long requests = Math.round(perSecond * duration.toNanos() / 1e9);
        AtomicLong taken = new AtomicLong();
        return run(clients, begin -> () -> {
            long number = taken.getAndIncrement();
            if (number >= requests) {
                return -1;
            }
            long due = Math.round(number * 1e9 / perSecond);
            for (long left = due - (System.nanoTime() - begin); left > 0; left = due - (System.nanoTime() - begin)) {
                LockSupport.parkNanos(left);
            }
            return due;
        });
    }

    /** Ends their connections. */
    static Closing closing(List<? extends Client> clients) {
        return () -> {
            for (Client client : clients) {
                client.close();
            }
        };
    }

    /** What is to be ended once it was used. */
    @FunctionalInterface
    interface Closing extends AutoCloseable {
        @Override
        void close() throws IOException, SQLException;
    }

    @FunctionalInterface
    private interface Scheduling {
        Schedule from(long begin);
    }

    private static Measured run(List<? extends Client> clients, Scheduling scheduling) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(clients.size())) {
            long begin = System.nanoTime();
            Schedule schedule = scheduling.from(begin);
            // In the order in which they end: one that fails ends the others.
            CompletionService<Histogram> parts = new ExecutorCompletionService<>(threads);
            for (Client client : clients) {
                parts.submit(() -> work(client, schedule, begin));
            }
            Histogram all = new Histogram(LONGEST_MICROS, DIGITS);
            try {
                for (int i = 0; i < clients.size(); i++) {
                    all.add(parts.take().get());
                }
            } catch (ExecutionException failed) {
                threads.shutdownNow();
                throw failed.getCause() instanceof Exception cause ? cause : failed;
            }
            return new Measured((System.nanoTime() - begin) / 1e9, all);
        }
    }

    private static Histogram work(Client client, Schedule schedule, long begin) throws Exception {
        Histogram micros = new Histogram(LONGEST_MICROS, DIGITS);
        for (long from = schedule.next();
                from >= 0 && !Thread.currentThread().isInterrupted();
                from = schedule.next()) {
            client.ask();
            micros.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begin - from));
        }
        return micros;
    }
}
