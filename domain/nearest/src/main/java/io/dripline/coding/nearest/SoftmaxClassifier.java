package io.dripline.coding.nearest;

import java.util.List;
import java.util.SplittableRandom;

/** Multinomial logistic regression over the labels. */
final class SoftmaxClassifier {

    static final int CLASSES = Labelled.LABELS;

    private final float[] weights;

    /** @param weights of feature f and label c at {@code f * CLASSES + c}, at the end the bias of each label */
    SoftmaxClassifier(float[] weights) {
        this.weights = weights;
    }

    float[] weights() {
        return weights;
    }

    /** The probability of each label. */
    double[] of(SparseVector x) {
        double[] scores = new double[CLASSES];
        for (int c = 0; c < CLASSES; c++) {
            scores[c] = weights[weights.length - CLASSES + c];
        }
        for (int i = 0; i < x.at().length; i++) {
            int from = x.at()[i] * CLASSES;
            for (int c = 0; c < CLASSES; c++) {
                scores[c] += weights[from + c] * x.values()[i];
            }
        }
        return softmax(scores);
    }

    static double[] softmax(double[] scores) {
        double highest = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            highest = Math.max(highest, score);
        }
        double sum = 0;
        double[] shares = new double[scores.length];
        for (int c = 0; c < scores.length; c++) {
            shares[c] = Math.exp(scores[c] - highest);
            sum += shares[c];
        }
        for (int c = 0; c < scores.length; c++) {
            shares[c] /= sum;
        }
        return shares;
    }

    /**
     * Learns by gradient steps whose size shrinks where a feature was seen often (AdaGrad); the same input gives the
     * same weights.
     *
     * @param decay by how much a weight shrinks at each step that touches it
     */
    static SoftmaxClassifier learn(
            List<SparseVector> xs, int[] labels, int features, int epochs, double rate, double decay) {
        float[] weights = new float[(features + 1) * CLASSES];
        float[] squares = new float[weights.length];
        int bias = features * CLASSES;
        SoftmaxClassifier learning = new SoftmaxClassifier(weights);
        int[] order = new int[xs.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        SplittableRandom random = new SplittableRandom(1);
        for (int epoch = 0; epoch < epochs; epoch++) {
            shuffle(order, random);
            for (int i : order) {
                SparseVector x = xs.get(i);
                double[] error = learning.of(x);
                error[labels[i]] -= 1;
                for (int j = 0; j < x.at().length; j++) {
                    int from = x.at()[j] * CLASSES;
                    for (int c = 0; c < CLASSES; c++) {
                        step(weights, squares, from + c, error[c] * x.values()[j], rate, decay);
                    }
                }
                for (int c = 0; c < CLASSES; c++) {
                    step(weights, squares, bias + c, error[c], rate, 0);
                }
            }
        }
        return learning;
    }

    private static void step(float[] weights, float[] squares, int at, double error, double rate, double decay) {
        double gradient = error + decay * weights[at];
        squares[at] += (float) (gradient * gradient);
        weights[at] -= (float) (rate * gradient / (Math.sqrt(squares[at]) + 1e-6));
    }

    private static void shuffle(int[] order, SplittableRandom random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
    }
}
