package io.dripline.reporting.opinion;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that take long: computed once for each key by a thread of their own, never by who asks, so that a request waits only
 * as long as it has patience.
 */
final class ComputedBehind<K, V> {

    final ExecutorService computer;

    private final AsyncCache<K, V> values;
    private final Function<K, V> compute;

    /** @param kept of how many keys the values are kept */
    ComputedBehind(String name, int kept, Function<K, V> compute) {
        this.computer = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
        this.values = Caffeine.newBuilder().maximumSize(kept).executor(computer).buildAsync();
        this.compute = compute;
    }

    /** Begins to compute a value, unless it is there or begun. */
    CompletableFuture<V> begin(K key) {
        return values.get(key, compute);
    }

    /** The value, or null if it is not there when the patience is at its end. */
    @Nullable
    V of(K key, Patience patience) {
        try {
            return begin(key).get(patience.leftNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } catch (ExecutionException e) {
            throw new IllegalStateException("no value for " + key, e.getCause());
        }
    }

    void stop() {
        computer.shutdownNow();
    }
}
