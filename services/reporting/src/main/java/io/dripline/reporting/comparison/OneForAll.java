package io.dripline.reporting.comparison;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One computation for all who ask at the same time. At most one runs, and each gets the result, or the failure, of one that
 * began after it had asked: nothing that was there by then is missing, and nobody waits for more than what is left of the one
 * that runs and one more, however many ask.
 */
final class OneForAll<T> {

    private final Function<@Nullable T, T> compute;

    private long begun;
    private long ended;
    private boolean isRunning;
    private @Nullable T last;
    private @Nullable RuntimeException failure;

    /** @param compute from the last result, null before the first; by one thread at a time */
    OneForAll(Function<@Nullable T, T> compute) {
        this.compute = compute;
    }

    /** @throws RuntimeException the one that the computation ended with */
    T get() {
        @Nullable T before;
        synchronized (this) {
            long wanted = begun + 1;
            while (ended < wanted && isRunning) {
                awaitEnd();
            }
            if (ended >= wanted) {
                return outcome();
            }
            isRunning = true;
            begun++;
            before = last;
        }
        return run(before);
    }

    private T run(@Nullable T before) {
        T result = null;
        RuntimeException failed = new IllegalStateException("the computation ended without a result");
        try {
            result = compute.apply(before);
            return result;
        } catch (RuntimeException e) {
            failed = e;
            throw e;
        } finally {
            end(result, failed);
        }
    }

    /** What failed takes nothing from the last result that there was. */
    private synchronized void end(@Nullable T result, RuntimeException failed) {
        if (result != null) {
            last = result;
        }
        failure = result == null ? failed : null;
        ended = begun;
        isRunning = false;
        notifyAll();
    }

    private T outcome() {
        if (failure != null) {
            throw failure;
        }
        if (last == null) {
            throw new IllegalStateException("a computation ended with neither a result nor a failure");
        }
        return last;
    }

    private void awaitEnd() {
        try {
            wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for what others asked for too", e);
        }
    }
}
