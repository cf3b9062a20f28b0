package io.dripline.bench.speed;

import java.util.Locale;

/**
 * What a figure is hoped to be.
 *
 * @param what the figure is of
 * @param limit that is still good
 * @param isLeast whether the figure is to be as great as the limit or greater; else as small or smaller
 * @param unit behind both, such as {@code " ms"}
 */
record Aim(String what, double limit, boolean isLeast, String unit) {

    static Aim atLeast(String what, double limit, String unit) {
        return new Aim(what, limit, true, unit);
    }

    static Aim atMost(String what, double limit, String unit) {
        return new Aim(what, limit, false, unit);
    }

    /** A line that says what was found and whether the aim is reached; a figure that is no number reaches none. */
    String judge(double found) {
        boolean reached = isLeast ? found >= limit : found <= limit;
        return String.format(
                Locale.ROOT,
                "%s: %s is %s%s, the aim at %s %s%s",
                reached ? "reached" : "NOT REACHED",
                what,
                shown(found),
                unit,
                isLeast ? "least" : "most",
                shown(limit),
                unit);
    }

    private static String shown(double figure) {
        return String.format(Locale.ROOT, figure >= 100 ? "%,.0f" : figure >= 10 ? "%.1f" : "%.2f", figure);
    }
}
