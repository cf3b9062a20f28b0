package io.dripline.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The score interval without continuity correction: close to its level on average, where Clopper-Pearson is wide.
 *
 * <p>Source: E. B. Wilson (1927), J. Am. Stat. Assoc. 22.
 */
public final class Wilson {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private Wilson() {}

    /**
     * Two-sided.
     *
     * @param counts with at least one exposure
     * @param level inside (0, 1), 0.95 for a 95 % interval
     */
    public static Interval interval(Counts counts, double level) {
        Expect.insideUnit("level", level);
        Expect.someExposure(counts);
        double z = NORMAL.inverseSurvivalProbability((1 - level) / 2);
        double n = counts.exposed();
        double rate = counts.affected() / n;
        double centre = rate + z * z / (2 * n);
        double half = z * Math.sqrt((rate * (1 - rate) + z * z / (4 * n)) / n);
        double scale = 1 + z * z / n;
        return new Interval(
                counts.affected() == 0 ? 0 : Math.max(0, (centre - half) / scale),
                counts.unaffected() == 0 ? 1 : Math.min(1, (centre + half) / scale));
    }
}
