package io.dripline.bench.speed;

import org.HdrHistogram.Histogram;

/**
 * What a load came to.
 *
 * @param seconds from the first request's beginning to the last answer
 * @param micros how long each request took
 */
record Measured(double seconds, Histogram micros) {

    long done() {
        return micros.getTotalCount();
    }

    double perSecond() {
        return done() / seconds;
    }

    /** @param percentile 0 to 100 */
    double millis(double percentile) {
        return micros.getValueAtPercentile(percentile) / 1e3;
    }
}
