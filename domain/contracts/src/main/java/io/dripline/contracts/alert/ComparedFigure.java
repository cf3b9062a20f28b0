package io.dripline.contracts.alert;

/**
 * One published figure beside a rate.
 *
 * @param baseline id of the figure
 * @param measure what it counts: the measure of the rate, or a part of it
 * @param published the proportion that is printed, or x/n of a count; of a range its upper end; in [0, 1]
 * @param exceeded whether the rate lies above it
 */
public record ComparedFigure(String baseline, String measure, double published, boolean exceeded) {

    public ComparedFigure {
        if (!(published >= 0 && published <= 1)) {
            throw new IllegalArgumentException("published: expected in [0, 1], found " + published);
        }
    }
}
