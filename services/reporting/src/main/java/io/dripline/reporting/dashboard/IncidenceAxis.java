package io.dripline.reporting.dashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The horizontal axis that all systems share, so that they can be compared by eye.
 *
 * @param top the proportion at the right edge
 * @param step the distance between two ticks
 */
public record IncidenceAxis(double top, double step) {

    /** Pixels from the left to the right edge of the plot. */
    static final int WIDTH = 320;

    private static final double[] STEPS = {0.01, 0.02, 0.05, 0.1, 0.2, 0.25};
    private static final int MOST_TICKS = 5;

    /** An axis that reaches a little beyond the largest value, and at least to 10 %. */
    static IncidenceAxis reaching(double largest) {
        double needed = Math.min(1, Math.max(0.1, largest * 1.05));
        for (double step : STEPS) {
            double ticks = Math.ceil(needed / step - 1e-9);
            if (ticks <= MOST_TICKS) {
                return new IncidenceAxis(ticks * step, step);
            }
        }
        return new IncidenceAxis(1, 0.25);
    }

    /** Where a proportion lies, in pixels from the left edge; beyond the top, the right edge. */
    double x(double proportion) {
        return Math.round(10 * WIDTH * Math.min(1, proportion / top)) / 10.0;
    }

    /** Pixels from edge to edge, for the template. */
    public int width() {
        return WIDTH;
    }

    /** Labelled positions from zero to the top. */
    public List<Tick> ticks() {
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i * step <= top + 1e-9; i++) {
            ticks.add(new Tick(x(i * step), String.format(Locale.ROOT, "%.0f %%", 100 * i * step)));
        }
        return ticks;
    }

    /** One labelled position. */
    public record Tick(double x, String label) {}
}
