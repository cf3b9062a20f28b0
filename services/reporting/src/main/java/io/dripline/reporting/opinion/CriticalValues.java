package io.dripline.reporting.opinion;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.dripline.statistics.BinomialMaxSprt;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Critical values of the binomial MaxSPRT: computed exactly, once for each plan, by a thread of their own. Each takes some
 * milliseconds and every share of alpha has another, so a request waits only as long as it has patience.
 */
@ApplicationScoped
class CriticalValues {

    /** Of so many plans the values are kept: a few for each of more clinics than there are. */
    private static final int KEPT = 20_000;

    private static final int MINIMUM_AFFECTED = 1;

    /** What a critical value depends on. */
    record Plan(double p0, double alpha, int horizon) {}

    final ExecutorService computer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("critical-values").factory());

    private final AsyncCache<Plan, Double> values =
            Caffeine.newBuilder().maximumSize(KEPT).executor(computer).buildAsync();

    void stop(@Observes ShutdownEvent event) {
        computer.shutdownNow();
    }

    /** Begins to compute a value, unless it is there or begun. */
    CompletableFuture<Double> begin(Plan plan) {
        return values.get(plan, CriticalValues::compute);
    }

    /** The value, or null if it is not there when the patience is at its end. */
    @Nullable
    Double of(Plan plan, Patience patience) {
        try {
            return begin(plan).get(patience.leftNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } catch (ExecutionException e) {
            throw new IllegalStateException("no critical value for " + plan, e.getCause());
        }
    }

    private static double compute(Plan plan) {
        return BinomialMaxSprt.criticalValue(plan.horizon(), plan.p0(), plan.alpha(), MINIMUM_AFFECTED);
    }
}
