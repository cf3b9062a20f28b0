package io.dripline.bench.fuzz;

import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How much more a service holds for each request, by least squares over what it held after full collections.
 *
 * @param slope bytes a request
 * @param least what the slope is at least, by Student's t at 97.5 %; bytes a request
 */
record Growth(double slope, double least) {

    /** Requests to a process before a line means anything: caches fill until then. */
    static final long WARM_UP = 60_000;

    static final int FEWEST = 5;

    /** Bytes a request: two objects without anything in them. */
    private static final double MOST = 32;

    /**
     * Of the points of one process in the order in which they were taken, without those of the first {@value #WARM_UP} requests.
     *
     * @return NaN where fewer than {@value #FEWEST} are left
     */
    static Growth of(List<Progress.Heap> points) {
        long begun = points.isEmpty() ? 0 : points.getFirst().sent();
        List<Progress.Heap> warm =
                points.stream().filter(point -> point.sent() - begun >= WARM_UP).toList();
        if (warm.size() < FEWEST) {
            return new Growth(Double.NaN, Double.NaN);
        }
        double meanSent = warm.stream().mapToLong(Progress.Heap::sent).average().orElseThrow();
        double meanBytes =
                warm.stream().mapToLong(Progress.Heap::bytes).average().orElseThrow();
        double covariance = 0;
        double variance = 0;
        for (Progress.Heap point : warm) {
            covariance += (point.sent() - meanSent) * (point.bytes() - meanBytes);
            variance += (point.sent() - meanSent) * (point.sent() - meanSent);
        }
        double slope = covariance / variance;
        double unexplained = warm.stream()
                .mapToDouble(point -> point.bytes() - meanBytes - slope * (point.sent() - meanSent))
                .map(rest -> rest * rest)
                .sum();
        int freedom = warm.size() - 2;
        double error = Math.sqrt(unexplained / freedom / variance);
        return new Growth(slope, slope - TDistribution.of(freedom).inverseSurvivalProbability(0.025) * error);
    }

    /** False where there is too little to judge by. */
    boolean isKnown() {
        return !Double.isNaN(slope);
    }

    /** True where it surely holds more with each request than chance and caches explain. */
    boolean isLeak() {
        return least > MOST;
    }
}
