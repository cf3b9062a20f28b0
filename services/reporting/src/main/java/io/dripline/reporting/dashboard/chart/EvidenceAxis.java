package io.dripline.reporting.dashboard.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An axis of evidence in powers of ten, labelled by E, for a reader can compare that with its threshold.
 *
 * @param low power of ten at its lower end
 * @param high power of ten at its upper end
 * @param step powers of ten between two ticks, 1 or more
 */
record EvidenceAxis(int low, int high, int step) {

    private static final int MOST_STEPS = 6;
    private static final double LN_10 = Math.log(10);

    /** An axis on which every value lies, 0.1 and 10 too, with some room above the largest. */
    static EvidenceAxis around(double smallestLnE, double largestLnE) {
        int low = (int) Math.floor(Math.min(-1, power(smallestLnE)));
        int high = (int) Math.ceil(Math.max(1, power(largestLnE) + 0.25));
        int step = Math.ceilDiv(high - low, MOST_STEPS);
        // From a tick to a tick, through 1.
        return new EvidenceAxis(Math.floorDiv(low, step) * step, Math.ceilDiv(high, step) * step, step);
    }

    static double power(double lnE) {
        return lnE / LN_10;
    }

    /** Ticks at powers of ten. */
    List<Tick> ticks() {
        List<Tick> ticks = new ArrayList<>();
        for (int power = low; power <= high; power += step) {
            ticks.add(new Tick(power, label(power)));
        }
        return ticks;
    }

    Scale scale(double from, double to) {
        return new Scale(low, high, from, to);
    }

    private static String label(int power) {
        if (power < -3 || power > 5) {
            return "10^" + power;
        }
        return power < 0
                ? String.format(Locale.ROOT, "%." + -power + "f", Math.pow(10, power))
                : String.format(Locale.ROOT, "%,.0f", Math.pow(10, power));
    }
}
