package io.dripline.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which of many monitors to name in one digest, so that at most a share alpha of those named is expected to be false: the
 * e-value form of Benjamini and Hochberg's procedure, under any dependence. It holds for the current values at one stopping
 * time, not for their running maxima (arXiv 2501.19360).
 *
 * <p>Source: Wang and Ramdas (2022), JRSS-B 84.
 */
public final class EBenjaminiHochberg {

    private EBenjaminiHochberg() {}

    /**
     * Rejects the largest k for which the k-th largest E is at least K / (alpha k).
     *
     * @param lnE natural logarithms of the K e-values; negative infinity stands for 0
     * @param alpha false discovery rate, inside (0, 1)
     * @return indices into {@code lnE} of what is rejected, ascending
     */
    public static List<Integer> rejected(List<Double> lnE, double alpha) {
        Expect.insideUnit("alpha", alpha);
        for (int i = 0; i < lnE.size(); i++) {
            if (Double.isNaN(lnE.get(i))) {
                throw new IllegalArgumentException("e-value %d is not a number".formatted(i));
            }
        }
        List<Integer> descending = IntStream.range(0, lnE.size())
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(lnE::get).reversed())
                .toList();
        int rejected = 0;
        for (int k = 1; k <= descending.size(); k++) {
            if (lnE.get(descending.get(k - 1)) >= StrictMath.log(descending.size() / (alpha * k))) {
                rejected = k;
            }
        }
        return descending.subList(0, rejected).stream().sorted().toList();
    }
}
