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

    private static final int MOST_STEPS = 10_000;

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

    /** Fisher scoring from the moment estimate of DerSimonian and Laird; a negative variance is 0. */
    private static double restrictedMaximumLikelihood(Logits logits) {
        double tau2 = logits.momentEstimate();
        for (int i = 0; i < MOST_STEPS; i++) {
            double next = Math.max(0, tau2 + logits.restrictedScoringStep(tau2));
            if (Math.abs(next - tau2) <= 1e-13 * (1 + tau2)) {
                return next;
            }
            tau2 = next;
        }
        throw new IllegalArgumentException(
                "the variance between these studies has no restricted maximum likelihood that could be found");
    }

    private static Interval interval(double estimate, double half) {
        return new Interval(proportion(estimate - half), proportion(estimate + half));
    }

    private static double proportion(double logit) {
        return 1 / (1 + StrictMath.exp(-logit));
    }
}
