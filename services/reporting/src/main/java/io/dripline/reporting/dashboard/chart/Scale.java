package io.dripline.reporting.dashboard.chart;

/**
 * A straight line from values to places on a picture.
 *
 * @param low the value that lies at {@code from}
 * @param high the value that lies at {@code to}; above {@code low}
 * @param from place in pixels; of a vertical scale the larger one, for pixels count downwards
 * @param to place in pixels
 */
record Scale(double low, double high, double from, double to) {

    Scale {
        if (!(low < high)) {
            throw new IllegalArgumentException("expected low < high, found %s and %s".formatted(low, high));
        }
    }

    /** Where a value lies, to a tenth of a pixel; what lies beyond an end, at that end. */
    double at(double value) {
        double within = Math.max(low, Math.min(high, value));
        return rounded(from + (within - low) / (high - low) * (to - from));
    }

    static double rounded(double pixels) {
        return Math.round(10 * pixels) / 10.0;
    }
}
