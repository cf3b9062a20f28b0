package io.dripline.statistics;

import java.util.List;

/**
 * Where a {@link BernoulliCusum} stands after exposures of which only the counts by period are known. The order within a
 * period is not: its affected are taken to be spread evenly, each in the middle of an equal stretch of its exposures. Were
 * they all at a period's end S would be larger, and at its beginning smaller.
 *
 * @param sum S after the last exposure, 0 or more
 * @param largest the largest that S was, 0 or more
 */
public record CusumPath(double sum, double largest) {

    /** @param periods counts by period, the earliest first */
    public static CusumPath of(BernoulliCusum cusum, List<Counts> periods) {
        double gain = cusum.gain();
        double loss = cusum.loss();
        double sum = 0;
        double largest = 0;
        for (Counts period : periods) {
            long passed = 0;
            for (long i = 0; i < period.affected(); i++) {
                long before = middle(i, period);
                sum = Math.max(0, sum - (before - passed) * loss) + gain;
                largest = Math.max(largest, sum);
                passed = before + 1;
            }
            sum = Math.max(0, sum - (period.exposed() - passed) * loss);
        }
        return new CusumPath(sum, largest);
    }

    /** How many exposures of the period come before its i-th affected one, counted from 0. */
    private static long middle(long i, Counts period) {
        return Math.multiplyExact(2 * i + 1, period.exposed()) / (2 * period.affected());
    }

    /** Whether S reached the limit of its CUSUM. */
    public boolean reached(BernoulliCusum cusum) {
        return largest >= cusum.limit();
    }
}
