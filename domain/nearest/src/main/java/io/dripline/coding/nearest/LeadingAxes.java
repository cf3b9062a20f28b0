package io.dripline.coding.nearest;

import java.util.SplittableRandom;

/**
 * The directions in which vectors differ most (their principal axes, by subspace iteration over a sample). What vectors
 * have along a few of these tells well enough which of them could be near to each other. The same vectors give the
 * same axes.
 */
final class LeadingAxes {

    private static final int AXES = 48;
    private static final int SAMPLE = 2000;
    private static final int STEPS = 12;

    private LeadingAxes() {}

    /**
     * @param vectors as {@link Vectors#bytes} gives them, one at least
     * @return orthonormal axes, the leading ones first up to the order of near ones; at most as many as dimensions
     */
    static float[][] of(byte[][] vectors) {
        int dimensions = vectors[0].length;
        double[][] products = products(vectors, dimensions);
        double[][] axes = new double[Math.min(AXES, dimensions)][dimensions];
        SplittableRandom random = new SplittableRandom(1);
        for (double[] axis : axes) {
            for (int d = 0; d < dimensions; d++) {
                axis[d] = random.nextDouble() - 0.5;
            }
        }
        for (int step = 0; step < STEPS; step++) {
            for (int a = 0; a < axes.length; a++) {
                axes[a] = times(products, axes[a]);
            }
            makeOrthonormal(axes);
        }
        float[][] found = new float[axes.length][dimensions];
        for (int a = 0; a < axes.length; a++) {
            for (int d = 0; d < dimensions; d++) {
                found[a][d] = (float) axes[a][d];
            }
        }
        return found;
    }

    /** Sums of the products of each two dimensions over a sample; a little more on the diagonal, so that no axis vanishes. */
    private static double[][] products(byte[][] vectors, int dimensions) {
        double[][] products = new double[dimensions][dimensions];
        int step = Math.max(1, vectors.length / SAMPLE);
        for (int i = 0; i < vectors.length; i += step) {
            float[] unit = Vectors.unit(vectors[i]);
            for (int d = 0; d < dimensions; d++) {
                double[] row = products[d];
                double value = unit[d];
                for (int e = 0; e < dimensions; e++) {
                    row[e] += value * unit[e];
                }
            }
        }
        for (int d = 0; d < dimensions; d++) {
            products[d][d] += 1e-3;
        }
        return products;
    }

    private static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[vector.length];
        for (int d = 0; d < product.length; d++) {
            product[d] = dot(matrix[d], vector);
        }
        return product;
    }

    private static void makeOrthonormal(double[][] axes) {
        for (int a = 0; a < axes.length; a++) {
            for (int before = 0; before < a; before++) {
                double common = dot(axes[a], axes[before]);
                for (int d = 0; d < axes[a].length; d++) {
                    axes[a][d] -= common * axes[before][d];
                }
            }
            double length = Math.sqrt(dot(axes[a], axes[a]));
            for (int d = 0; d < axes[a].length; d++) {
                axes[a][d] /= length;
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int d = 0; d < a.length; d++) {
            sum += a[d] * b[d];
        }
        return sum;
    }
}
