package io.dripline.statistics;

import java.util.Arrays;
import java.util.List;

/**
 * The logits of some studies' proportions with their sampling variances, and the sums that pooling them needs.
 *
 * @param value ln(affected / unaffected), one a study
 * @param variance 1 / affected + 1 / unaffected, one a study
 */
record Logits(double[] value, double[] variance) {

    private static final int GRID = 400;

    static Logits of(List<Counts> studies) {
        if (studies.size() < RandomEffects.FEWEST_STUDIES) {
            throw new IllegalArgumentException(
                    "expected at least %d studies, found %d: fewer do not tell how studies differ"
                            .formatted(RandomEffects.FEWEST_STUDIES, studies.size()));
        }
        double[] value = new double[studies.size()];
        double[] variance = new double[studies.size()];
        for (int i = 0; i < studies.size(); i++) {
            Counts study = studies.get(i);
            if (study.affected() == 0 || study.unaffected() == 0) {
                throw new IllegalArgumentException(
                        "study %d: expected some affected and some unaffected, since a logit needs both, found %d of %d"
                                .formatted(i + 1, study.affected(), study.exposed()));
            }
            value[i] = StrictMath.log((double) study.affected() / study.unaffected());
            variance[i] = 1.0 / study.affected() + 1.0 / study.unaffected();
        }
        return new Logits(value, variance);
    }

    int size() {
        return value.length;
    }

    /** The sum of the studies' weights, each 1 / (variance + tau2). */
    double weight(double tau2) {
        return sum(tau2, 1);
    }

    double mean(double tau2) {
        double sum = 0;
        for (int i = 0; i < value.length; i++) {
            sum += value[i] / (variance[i] + tau2);
        }
        return sum / weight(tau2);
    }

    /** The weighted sum of squares around a mean. */
    double spread(double tau2, double mean) {
        double sum = 0;
        for (int i = 0; i < value.length; i++) {
            sum += (value[i] - mean) * (value[i] - mean) / (variance[i] + tau2);
        }
        return sum;
    }

    /** The variance between studies by the method of moments. Source: DerSimonian and Laird (1986), Control. Clin. Trials 7. */
    double momentEstimate() {
        double excess = spread(0, mean(0)) - (size() - 1);
        return Math.max(0, excess / (sum(0, 1) - sum(0, 2) / sum(0, 1)));
    }

    /** From 0 to beyond where the restricted likelihood can still rise, finer towards 0. */
    double[] grid() {
        double highest = Math.max(1e-9, spreadUnweighted());
        double[] grid = new double[GRID + 1];
        for (int i = 1; i <= GRID; i++) {
            grid[i] = highest * StrictMath.pow(10, -10.0 * (GRID - i) / GRID);
        }
        return grid;
    }

    /** The restricted log-likelihood up to a constant. */
    double restrictedLikelihood(double tau2) {
        double lnVariances = 0;
        for (double sampling : variance) {
            lnVariances += StrictMath.log(sampling + tau2);
        }
        return -0.5 * (lnVariances + StrictMath.log(weight(tau2)) + spread(tau2, mean(tau2)));
    }

    /** Twice its derivative: y'PPy - tr P with P = W - W11'W / 1'W1. */
    double restrictedSlope(double tau2) {
        double mean = mean(tau2);
        double squares = 0;
        for (int i = 0; i < value.length; i++) {
            double scaled = (value[i] - mean) / (variance[i] + tau2);
            squares += scaled * scaled;
        }
        return squares - (sum(tau2, 1) - sum(tau2, 2) / sum(tau2, 1));
    }

    private double spreadUnweighted() {
        double mean = Arrays.stream(value).average().orElseThrow();
        return Arrays.stream(value).map(y -> (y - mean) * (y - mean)).sum();
    }

    private double sum(double tau2, int power) {
        double sum = 0;
        for (double sampling : variance) {
            sum += StrictMath.pow(sampling + tau2, -power);
        }
        return sum;
    }
}
