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

    /** What it takes before a line means anything: the first points tell of caches that fill. */
    static final int WARM_UP = 3;

    static final int FEWEST = 5;

    /** 10 MiB for 100,000 requests. What is not kept costs nothing; a leak of one object a request costs this. */
    private static final double MOST = 10 * 1048576.0 / 100_000;

    /**
     * Of the points of one process in the order in which they were taken, without the first {@value #WARM_UP}.
     *
     * @return NaN where fewer than {@value #FEWEST} are left
     */
    static Growth of(List<Progress.Heap> points) {
        List<Progress.Heap> warm = points.stream().skip(WARM_UP).toList();
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

    /** True where it surely holds more with each request than chance and caches explain. */
    boolean isLeak() {
        return least > MOST;
    }
}
