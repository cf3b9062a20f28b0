package io.dripline.bench.signal;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Simulated series and when each alarmed. The n-th series always has the same random numbers, on how many cores it may be.
 *
 * @param alarmedAt when each series alarmed, in exposures from 1; {@link #NEVER} where it did not
 */
record Series(int[] alarmedAt) {

    static final int NEVER = Integer.MAX_VALUE;

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    static Series simulate(int count, long seed, ToIntFunction<SplittableRandom> alarm) {
        return new Series(IntStream.range(0, count)
                .parallel()
                .map(i -> alarm.applyAsInt(new SplittableRandom(seed ^ (i + 1) * GOLDEN)))
                .toArray());
    }

    /** The share that alarmed in (after, upTo], of those that had not alarmed before. */
    double alarmed(int after, int upTo) {
        long fresh = Arrays.stream(alarmedAt).filter(at -> at > after).count();
        return Arrays.stream(alarmedAt).filter(at -> at > after && at <= upTo).count() / (double) fresh;
    }

    /** The mean exposures to the alarm, series without one counted with the horizon. */
    double mean(int horizon) {
        return Arrays.stream(alarmedAt)
                .map(at -> Math.min(at, horizon))
                .average()
                .orElseThrow();
    }

    /** By when, counted from {@code after}, a share of those had alarmed that had not before; {@link #NEVER} where fewer did. */
    int quantile(int after, double share) {
        int[] waits = Arrays.stream(alarmedAt)
                .filter(at -> at > after)
                .sorted()
                .map(at -> at == NEVER ? NEVER : at - after)
                .toArray();
        return waits[(int) Math.ceil(share * waits.length) - 1];
    }
}
