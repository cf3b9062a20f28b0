package io.dripline.reporting.dashboard.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An axis of proportions from zero, written in per cent with no more digits than tell its ticks apart.
 *
 * @param top the proportion at its end, above 0 and at most 1
 * @param step the distance between two ticks
 */
public record PercentAxis(double top, double step) {

    private static final double[] STEPS = {0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.25};
    private static final int MOST_STEPS = 5;
    private static final double SHORTEST = 0.005;
    private static final double TO_SPARE = 1.05;

    /** An axis that reaches a little beyond the largest value, to a round figure. */
    public static PercentAxis reaching(double largest) {
        return reaching(largest, SHORTEST);
    }

    /** The same, and at least to {@code least}. */
    public static PercentAxis reaching(double largest, double least) {
        double needed = Math.min(1, Math.max(least, largest * TO_SPARE));
        for (double step : STEPS) {
            double steps = Math.ceil(needed / step - 1e-9);
            if (steps <= MOST_STEPS) {
                return new PercentAxis(Math.min(1, steps * step), step);
            }
        }
        return new PercentAxis(1, 0.25);
    }

    /** Ticks from zero to the top. */
    public List<Tick> ticks() {
        String form = step < 0.01 - 1e-12 ? "%.1f %%" : "%.0f %%";
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i * step <= top + 1e-9; i++) {
            ticks.add(new Tick(i * step, String.format(Locale.ROOT, form, 100 * i * step)));
        }
        return ticks;
    }

    Scale scale(double from, double to) {
        return new Scale(0, top, from, to);
    }
}
