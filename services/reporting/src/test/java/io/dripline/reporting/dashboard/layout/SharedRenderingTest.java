package io.dripline.reporting.dashboard.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedRenderingTest {

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger renderings = new AtomicInteger();

    @AfterEach
    void stop() {
        executor.close();
    }

    @Test
    void aThousandReadersWhoAskWhileOneRenderingRunsShareTheNext() throws Exception {
        CountDownLatch firstRuns = new CountDownLatch(1);
        CountDownLatch firstMayEnd = new CountDownLatch(1);
        SharedRendering shared = new SharedRendering(
                () -> {
                    int number = renderings.incrementAndGet();
                    if (number == 1) {
                        firstRuns.countDown();
                        join(firstMayEnd);
                    }
                    return "rendering " + number;
                },
                executor);
        CompletableFuture<String> first = shared.get();
        firstRuns.await();

        List<CompletableFuture<String>> others =
                IntStream.range(0, 1_000).mapToObj(i -> shared.get()).toList();
        firstMayEnd.countDown();

        assertThat(first.join()).isEqualTo("rendering 1");
        assertThat(others)
                .as("begun after it was asked for")
                .allSatisfy(other -> assertThat(other.join()).isEqualTo("rendering 2"));
        assertThat(renderings).hasValue(2);
    }

    @Test
    void whoAsksLaterGetsALaterRendering() {
        SharedRendering shared = new SharedRendering(() -> "rendering " + renderings.incrementAndGet(), executor);

        assertThat(List.of(shared.get().join(), shared.get().join())).containsExactly("rendering 1", "rendering 2");
    }

    @Test
    void whatFailsOnceDoesNotFailForGood() {
        SharedRendering shared = new SharedRendering(
                () -> {
                    if (renderings.incrementAndGet() == 1) {
                        throw new IllegalStateException("away");
                    }
                    return "back";
                },
                executor);

        assertThatThrownBy(() -> shared.get().join()).hasCauseInstanceOf(IllegalStateException.class);
        assertThat(shared.get().join()).isEqualTo("back");
    }

    private static void join(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
