package io.dripline.bench.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How long answers took, in milliseconds. */
record Latencies(double[] sorted, double seconds) {

    static Latencies of(List<double[]> byClient, double seconds) {
        double[] all =
                byClient.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
        if (all.length == 0) {
            throw new IllegalStateException("nothing was answered");
        }
        return new Latencies(all, seconds);
    }

    double at(double share) {
        return sorted[(int) Math.min(sorted.length - 1L, (long) (sorted.length * share))];
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "p50 %.1f ms, p99 %.1f ms, longest %.1f ms (%d answers, %.0f/s)",
                at(0.5),
                at(0.99),
                sorted[sorted.length - 1],
                sorted.length,
                sorted.length / seconds);
    }
}
