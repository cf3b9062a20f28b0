package io.dripline.statistics;

import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Several studies' proportions as one, on the logit scale: each study's own proportion is drawn around a common one, with
 * variance tau squared between them, estimated by restricted maximum likelihood.
 *
 * <p>Sources: Hartung and Knapp (2001), Stat. Med. 20; the factor held at or above 1: Roever et al. (2015), BMC Med. Res.
 * Methodol. 15. With few or small studies the prediction intervals become very wide.
 *
 * @param tau2 variance between studies, 0 or more
 * @param estimate the common proportion's logit
 * @param se its standard error after Hartung and Knapp, 0 or more
 * @param predictionInterval where a new study's proportion is expected, by t with k - 1 degrees of freedom
 * @param predictionIntervalModified the same with the factor held at or above 1, so never narrower: what a null is taken from
 */
public record RandomEffects(
        double tau2, double estimate, double se, Interval predictionInterval, Interval predictionIntervalModified) {

    /** Fewer say next to nothing about how studies differ. */
    public static final int FEWEST_STUDIES = 3;

    public RandomEffects {
        if (!(tau2 >= 0 && tau2 < Double.POSITIVE_INFINITY && se >= 0 && Double.isFinite(estimate))) {
            throw new IllegalArgumentException(
                    "expected tau2 and se of 0 or more and a finite estimate, found %s, %s, %s"
                            .formatted(tau2, se, estimate));
        }
    }

    /**
     * @param studies of one measure in comparable cohorts, at least {@link #FEWEST_STUDIES}, each with both affected and
     *     unaffected: a logit needs both
     * @param level of the prediction intervals, inside (0, 1)
     */
    public static RandomEffects pool(List<Counts> studies, double level) {
        Expect.insideUnit("level", level);
        Logits logits = Logits.of(studies);
        double tau2 = restrictedMaximumLikelihood(logits);
        double estimate = logits.mean(tau2);
        double factor = logits.spread(tau2, estimate) / (logits.size() - 1);
        double variance = 1 / logits.weight(tau2);
        double t = TDistribution.of(logits.size() - 1.0).inverseSurvivalProbability((1 - level) / 2);
        return new RandomEffects(
                tau2,
                estimate,
                Math.sqrt(factor * variance),
                interval(estimate, t * Math.sqrt(factor * variance + tau2)),
                interval(estimate, t * Math.sqrt(Math.max(1, factor) * variance + tau2)));
    }

    /**
     * The likelihood may have several maxima, and a step may go past one: the highest point of a grid is refined to where
     * the slope changes its sign.
     */
    private static double restrictedMaximumLikelihood(Logits logits) {
        double[] grid = logits.grid();
        int best = 0;
        for (int i = 1; i < grid.length; i++) {
            if (logits.restrictedLikelihood(grid[i]) > logits.restrictedLikelihood(grid[best])) {
                best = i;
            }
        }
        boolean isRising = logits.restrictedSlope(grid[best]) > 0;
        if (best == 0 && !isRising) {
            return 0;
        }
        double low = isRising ? grid[best] : grid[best - 1];
        double high = isRising ? grid[Math.min(best + 1, grid.length - 1)] : grid[best];
        while (true) {
            double middle = low + (high - low) / 2;
            if (middle <= low || middle >= high) {
                return middle;
            }
            if (logits.restrictedSlope(middle) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
    }

    private static Interval interval(double estimate, double half) {
        return new Interval(proportion(estimate - half), proportion(estimate + half));
    }

    private static double proportion(double logit) {
        return 1 / (1 + StrictMath.exp(-logit));
    }
}
