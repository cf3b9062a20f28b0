package io.dripline.reporting.monitor;

import io.dripline.statistics.BetaPrior;
import io.dripline.statistics.EProcess;
import io.dripline.statistics.MixtureWeights;
import io.dripline.statistics.VilleInequality;
import io.dripline.statistics.WeeklyMixture;

/**
 * By what a monitor is judged besides its null and its share: fixed when it is made, because what an e-process promises rests on
 * choices that were made before the data.
 *
 * @param alpha false-alarm probability of the installation, inside (0, 1)
 * @param priorConcentration c of {@link BetaPrior#aboutOdds}, above 0
 * @param priorOddsRatio where that prior lies, a ratio of odds, above 0
 * @param weights of the weeks from which a rate may have risen
 */
public record JudgingRule(double alpha, double priorConcentration, double priorOddsRatio, MixtureWeights weights) {

    public JudgingRule {
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("alpha: expected inside (0, 1), found " + alpha);
        }
        requirePositive("priorConcentration", priorConcentration);
        requirePositive("priorOddsRatio", priorOddsRatio);
    }

    /** The rule of a monitor that is made now. */
    static JudgingRule inForce(MonitorsConfig config) {
        return new JudgingRule(
                config.alpha(), BetaPrior.MONITOR_CONCENTRATION, BetaPrior.MONITOR_ODDS_RATIO, MixtureWeights.MONITOR);
    }

    /** Where an alert is raised, on the scale of E. */
    double threshold(double alphaShare) {
        return VilleInequality.threshold(alpha, alphaShare);
    }

    /** The evidence against a null inside (0, 1). */
    WeeklyMixture mixture(double p0) {
        return new WeeklyMixture(
                new EProcess(p0, BetaPrior.aboutOdds(p0, priorConcentration, priorOddsRatio)), weights);
    }

    private static void requirePositive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("%s: expected above 0 and finite, found %s".formatted(name, value));
        }
    }
}
