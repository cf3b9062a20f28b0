package io.dripline.reporting.dashboard.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An axis of counts from zero, with ticks at round numbers.
 *
 * @param top the count at its end, 1 or more
 * @param step the distance between two ticks, 1 or more
 */
record CountAxis(long top, long step) {

    private static final int MOST_STEPS = 6;
    private static final long[] ROUND = {1, 2, 5};

    /** An axis that reaches to a round number, at least to {@code largest}. */
    static CountAxis reaching(long largest) {
        long needed = Math.max(1, largest);
        for (long power = 1; ; power *= 10) {
            for (long round : ROUND) {
                long step = round * power;
                if (Math.ceilDiv(needed, step) <= MOST_STEPS) {
                    return new CountAxis(Math.ceilDiv(needed, step) * step, step);
                }
            }
        }
    }

    List<Tick> ticks() {
        List<Tick> ticks = new ArrayList<>();
        for (long at = 0; at <= top; at += step) {
            ticks.add(new Tick(at, String.format(Locale.ROOT, "%,d", at)));
        }
        return ticks;
    }

    Scale scale(double from, double to) {
        return new Scale(0, top, from, to);
    }
}
