package io.dripline.coding.nearest;

import java.util.Arrays;

/**
 * The places of a vector that are not zero.
 *
 * @param at places; one may occur twice, its values then add up
 */
record SparseVector(int[] at, float[] values) {

    /** A vector whose every place has a value. */
    static SparseVector dense(float[] values) {
        int[] at = new int[values.length];
        Arrays.setAll(at, i -> i);
        return new SparseVector(at, values);
    }

    SparseVector and(SparseVector other) {
        int[] allAt = Arrays.copyOf(at, at.length + other.at.length);
        System.arraycopy(other.at, 0, allAt, at.length, other.at.length);
        float[] all = Arrays.copyOf(values, allAt.length);
        System.arraycopy(other.values, 0, all, values.length, other.values.length);
        return new SparseVector(allAt, all);
    }
}
