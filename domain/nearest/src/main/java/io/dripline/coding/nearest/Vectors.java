package io.dripline.coding.nearest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Unit vectors, and which of them are near to another. All are compared along the few axes in which they differ most, and
 * those that are near there in all dimensions: a tenth of the work, for nearly always the same neighbours.
 */
final class Vectors {

    private static final float SCALE = 127;
    /** How many are compared in all dimensions. */
    private static final int COMPARED = 300;

    private final byte[][] vectors;
    private final float[] lengths;
    private final float[][] axes;
    private final float[][] along;

    private Vectors(byte[][] vectors, float[] lengths, float[][] axes, float[][] along) {
        this.vectors = vectors;
        this.lengths = lengths;
        this.axes = axes;
        this.along = along;
    }

    /**
     * @param vectors as {@link #bytes} gives them
     * @param axes in which they differ most, see {@link LeadingAxes}
     */
    static Vectors of(byte[][] vectors, float[][] axes) {
        float[][] along = new float[axes.length][vectors.length];
        float[] lengths = new float[vectors.length];
        for (int i = 0; i < vectors.length; i++) {
            lengths[i] = length(vectors[i]);
            for (int a = 0; a < axes.length; a++) {
                along[a][i] = dot(axes[a], vectors[i]) / lengths[i];
            }
        }
        return new Vectors(vectors, lengths, axes, along);
    }

    /** A vector in a quarter of its size: each place times 127 over the largest, so that none of the bits is lost. */
    static byte[] bytes(float[] vector) {
        float largest = Float.MIN_NORMAL;
        for (float value : vector) {
            largest = Math.max(largest, Math.abs(value));
        }
        byte[] bytes = new byte[vector.length];
        for (int d = 0; d < vector.length; d++) {
            bytes[d] = (byte) Math.round(vector[d] / largest * SCALE);
        }
        return bytes;
    }

    /** The vector that {@link #bytes} was given, but for its length, which is 1. */
    static float[] unit(byte[] bytes) {
        float length = length(bytes);
        float[] unit = new float[bytes.length];
        for (int d = 0; d < bytes.length; d++) {
            unit[d] = bytes[d] / length;
        }
        return unit;
    }

    private static float length(byte[] bytes) {
        int square = 0;
        for (byte value : bytes) {
            square += value * value;
        }
        return (float) Math.max(1, Math.sqrt(square));
    }

    /** About the cosine of the angle between this unit vector and each of those stored, by the leading axes alone. */
    float[] roughly(float[] unit) {
        float[] sums = new float[vectors.length];
        for (int a = 0; a < axes.length; a++) {
            float place = 0;
            for (int d = 0; d < unit.length; d++) {
                place += axes[a][d] * unit[d];
            }
            add(sums, along[a], place);
        }
        return sums;
    }

    private static void add(float[] sums, float[] values, float factor) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += values[i] * factor;
        }
    }

    /** The cosine of the angle between this unit vector and the one that is stored there. */
    float cosine(float[] unit, int at) {
        return dot(unit, vectors[at]) / lengths[at];
    }

    private static float dot(float[] a, byte[] b) {
        float sum = 0;
        for (int d = 0; d < a.length; d++) {
            sum += a[d] * b[d];
        }
        return sum;
    }

    /**
     * The nearest that are allowed, by cosine, best first.
     *
     * @param roughly see {@link #roughly}
     */
    List<NeighbourVotes.Neighbour> nearest(float[] unit, float[] roughly, int limit, IntPredicate allowed) {
        List<NeighbourVotes.Neighbour> compared = new ArrayList<>(COMPARED);
        for (int at : Nearby.highest(roughly, COMPARED, allowed)) {
            compared.add(new NeighbourVotes.Neighbour(at, cosine(unit, at)));
        }
        return Nearby.best(compared, limit);
    }
}
