package io.dripline.reporting.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OneForAllTest {

    private static final int READERS = 8;

    /** What is written before somebody asks is in the answer, whoever computes it; and nobody computes beside another. */
    @Test
    void nobodyGetsWhatWasComputedFromBeforeTheyAsked() throws Exception {
        AtomicLong written = new AtomicLong();
        AtomicInteger computing = new AtomicInteger();
        OneForAll<Long> newest = new OneForAll<>(last -> {
            assertThat(computing.incrementAndGet()).isEqualTo(1);
            long seen = written.get();
            Thread.yield();
            computing.decrementAndGet();
            return seen;
        });
        List<Callable<Void>> readers = new ArrayList<>();
        for (int reader = 0; reader < READERS; reader++) {
            readers.add(() -> {
                for (int i = 0; i < 2_000; i++) {
                    long before = written.incrementAndGet();
                    assertThat(newest.get()).isGreaterThanOrEqualTo(before);
                }
                return null;
            });
        }

        try (var threads = Executors.newFixedThreadPool(READERS)) {
            for (Future<Void> reader : threads.invokeAll(readers)) {
                reader.get();
            }
        }
    }

    @Test
    void whoeverComesWhileOneRunsSharesTheNext() throws Exception {
        CountDownLatch firstRuns = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger runs = new AtomicInteger();
        OneForAll<Integer> newest = new OneForAll<>(last -> {
            int run = runs.incrementAndGet();
            if (run == 1) {
                firstRuns.countDown();
                await(goOn);
            }
            return run;
        });

        try (var threads = Executors.newFixedThreadPool(READERS)) {
            Future<Integer> first = threads.submit(newest::get);
            await(firstRuns);
            List<Future<Integer>> others = new ArrayList<>();
            List<Thread> waiting = new ArrayList<>();
            for (int i = 1; i < READERS; i++) {
                others.add(threads.submit(() -> {
                    synchronized (waiting) {
                        waiting.add(Thread.currentThread());
                    }
                    return newest.get();
                }));
            }
            untilAllWait(waiting, READERS - 1);
            goOn.countDown();

            assertThat(first.get()).isEqualTo(1);
            for (Future<Integer> other : others) {
                assertThat(other.get()).isEqualTo(2);
            }
        }

        assertThat(runs.get()).isEqualTo(2);
    }

    @Test
    void aFailureIsToldAndTakesNothingAway() {
        AtomicInteger runs = new AtomicInteger();
        OneForAll<Integer> newest = new OneForAll<>(last -> {
            if (runs.incrementAndGet() == 2) {
                throw new IllegalStateException("away");
            }
            return last == null ? 1 : last + 1;
        });
        newest.get();

        assertThatThrownBy(newest::get).hasMessage("away");

        assertThat(newest.get()).isEqualTo(2);
    }

    private static void untilAllWait(List<Thread> threads, int all) throws InterruptedException {
        while (true) {
            synchronized (threads) {
                if (threads.size() == all && threads.stream().allMatch(t -> t.getState() == Thread.State.WAITING)) {
                    return;
                }
            }
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
