package io.dripline.coding.nearest;

import java.util.Arrays;
import java.util.List;

/**
 * One opinion out of several: the product of their probabilities, each to a power of its own, and a factor for each
 * label; then the probability that the winner is right, by Platt scaling. Few numbers, learned from opinions
 * about words that their authors had not seen.
 */
final class Pool {

    private static final int CLASSES = SoftmaxClassifier.CLASSES;
    private static final double SMALLEST = 1e-4;
    private static final int STEPS = 400;

    private final double[] numbers;
    private final int experts;

    /** @param numbers powers of the opinions, factors of the labels as logarithms, slope and intercept of Platt */
    Pool(double[] numbers) {
        this.numbers = numbers.clone();
        this.experts = numbers.length - CLASSES - 2;
    }

    double[] numbers() {
        return numbers.clone();
    }

    /**
     * The probability that each label is right, whether or not another is right too: they need not add up to 1.
     *
     * @param opinions the probabilities of the labels, one array an expert
     */
    double[] of(double[][] opinions) {
        double[] shares = shares(opinions);
        double[] probabilities = new double[CLASSES];
        for (int c = 0; c < CLASSES; c++) {
            probabilities[c] = logistic(numbers[experts + CLASSES] * logit(shares[c]) + numbers[experts + CLASSES + 1]);
        }
        return probabilities;
    }

    private double[] shares(double[][] opinions) {
        return sharesOfLogs(logs(opinions));
    }

    private double[] sharesOfLogs(double[][] logs) {
        double[] scores = new double[CLASSES];
        for (int c = 0; c < CLASSES; c++) {
            scores[c] = numbers[experts + c];
            for (int e = 0; e < experts; e++) {
                scores[c] += numbers[e] * logs[e][c];
            }
        }
        return SoftmaxClassifier.softmax(scores);
    }

    private static double[][] logs(double[][] opinions) {
        return Arrays.stream(opinions)
                .map(opinion -> Arrays.stream(opinion)
                        .map(share -> Math.log(share + SMALLEST))
                        .toArray())
                .toArray(double[][]::new);
    }

    /** What the experts said about words whose category is known, and how much that case counts. */
    record Case(double[][] opinions, Labelled truth, double weight) {}

    static Pool learn(List<Case> cases) {
        int experts = cases.getFirst().opinions().length;
        double all = cases.stream().mapToDouble(Case::weight).sum();
        double[] numbers = new double[experts + CLASSES + 2];
        Arrays.fill(numbers, 0, experts, 1.0 / experts);
        numbers[experts + CLASSES] = 1;
        double[] squares = new double[numbers.length];
        List<double[][]> logs = cases.stream().map(one -> logs(one.opinions())).toList();
        for (int step = 0; step < STEPS; step++) {
            double[] gradient = new double[experts + CLASSES];
            Pool pool = new Pool(numbers);
            for (int i = 0; i < logs.size(); i++) {
                Case one = cases.get(i);
                double[] error = pool.sharesOfLogs(logs.get(i));
                error[one.truth().label()] -= 1;
                for (int c = 0; c < CLASSES; c++) {
                    double share = error[c] * one.weight() / all;
                    gradient[experts + c] += share;
                    for (int e = 0; e < experts; e++) {
                        gradient[e] += share * logs.get(i)[e][c];
                    }
                }
            }
            descend(numbers, squares, gradient, 0);
        }
        calibrate(numbers, experts + CLASSES, cases);
        return new Pool(numbers);
    }

    private static void calibrate(double[] numbers, int from, List<Case> cases) {
        Pool pool = new Pool(numbers);
        double all = cases.stream().mapToDouble(Case::weight).sum();
        double[] logits = new double[cases.size()];
        boolean[] right = new boolean[cases.size()];
        for (int i = 0; i < logits.length; i++) {
            double[] shares = pool.shares(cases.get(i).opinions());
            int winner = winner(shares);
            logits[i] = logit(shares[winner]);
            right[i] = cases.get(i).truth().accepts(winner);
        }
        double[] squares = new double[numbers.length];
        for (int step = 0; step < STEPS; step++) {
            double[] gradient = new double[2];
            for (int i = 0; i < logits.length; i++) {
                double error = logistic(numbers[from] * logits[i] + numbers[from + 1]) - (right[i] ? 1 : 0);
                gradient[0] += error * logits[i] * cases.get(i).weight() / all;
                gradient[1] += error * cases.get(i).weight() / all;
            }
            descend(numbers, squares, gradient, from);
        }
    }

    private static void descend(double[] numbers, double[] squares, double[] gradient, int from) {
        for (int i = 0; i < gradient.length; i++) {
            squares[from + i] += gradient[i] * gradient[i];
            numbers[from + i] -= 0.2 * gradient[i] / (Math.sqrt(squares[from + i]) + 1e-9);
        }
    }

    static int winner(double[] shares) {
        int winner = 0;
        for (int c = 1; c < shares.length; c++) {
            if (shares[c] > shares[winner]) {
                winner = c;
            }
        }
        return winner;
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static double logit(double share) {
        double inside = Math.clamp(share, 1e-9, 1 - 1e-9);
        return Math.log(inside / (1 - inside));
    }
}
