package io.dripline.reporting.dashboard.chart;

import java.util.Locale;

/** What a point looks like, so that points are told apart without colour. */
public enum Shape {
    CIRCLE,
    RING,
    TRIANGLE_UP,
    TRIANGLE_DOWN,
    DIAMOND;

    /** Its outline around a place, as the {@code d} of an SVG path. */
    String path(double x, double y, double size) {
        return switch (this) {
            case CIRCLE, RING ->
                form(
                        "M%1$.1f %2$.1fa%3$.1f %3$.1f 0 1 0 %4$.1f 0a%3$.1f %3$.1f 0 1 0 -%4$.1f 0z",
                        x - size, y, size, 2 * size);
            case TRIANGLE_UP ->
                form("M%.1f %.1fL%.1f %.1fL%.1f %.1fz", x, y - size, x + size, y + size, x - size, y + size);
            case TRIANGLE_DOWN ->
                form("M%.1f %.1fL%.1f %.1fL%.1f %.1fz", x, y + size, x + size, y - size, x - size, y - size);
            case DIAMOND ->
                form("M%.1f %.1fL%.1f %.1fL%.1f %.1fL%.1f %.1fz", x, y - size, x + size, y, x, y + size, x - size, y);
        };
    }

    private static String form(String form, Object... numbers) {
        return String.format(Locale.ROOT, form, numbers);
    }
}
