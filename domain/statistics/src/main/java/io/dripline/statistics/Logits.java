package io.dripline.statistics;

import java.util.List;

/**
 * The logits of some studies' proportions with their sampling variances, and the sums that pooling them needs.
 *
 * @param value ln(affected / unaffected), one a study
 * @param variance 1 / affected + 1 / unaffected, one a study
 */
record Logits(double[] value, double[] variance) {

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

    /** The Fisher-scoring step of the restricted likelihood: (y'PPy - tr P) / tr PP with P = W - W11'W / 1'W1. */
    double restrictedScoringStep(double tau2) {
        double w1 = sum(tau2, 1);
        double w2 = sum(tau2, 2);
        double w3 = sum(tau2, 3);
        double mean = mean(tau2);
        double squares = 0;
        for (int i = 0; i < value.length; i++) {
            double scaled = (value[i] - mean) / (variance[i] + tau2);
            squares += scaled * scaled;
        }
        double trace = w1 - w2 / w1;
        double traceOfSquare = w2 - 2 * w3 / w1 + w2 * w2 / (w1 * w1);
        return (squares - trace) / traceOfSquare;
    }

    private double sum(double tau2, int power) {
        double sum = 0;
        for (double sampling : variance) {
            sum += StrictMath.pow(sampling + tau2, -power);
        }
        return sum;
    }
}
