package io.dripline.reporting.dashboard.chart;

import java.util.List;

/** How much of each of several parts of a whole is spent: a frame as long as the part, and within it a bar. */
public final class SharePlot {

    private static final int WIDTH = 720;
    private static final int NAMES = 200;
    private static final int RIGHT = WIDTH - 130;
    private static final int TOP = 8;
    private static final int ROW = 40;

    private SharePlot() {}

    /**
     * A part.
     *
     * @param share of the whole, above 0 and at most 1
     * @param spent of the whole, 0 to {@code share}
     * @param value the same in words, as short as a label
     */
    public record Part(String name, double share, double spent, String value) {}

    /** @param parts at least one */
    public static Drawing draw(String title, String description, List<Part> parts) {
        Canvas canvas = new Canvas();
        double largest = parts.stream().mapToDouble(Part::share).max().orElseThrow();
        Scale scale = new Scale(0, largest, NAMES, RIGHT);
        double y = TOP;
        for (Part part : parts) {
            canvas.label("name", 4, y + 19, "start", part.name());
            canvas.box("band", NAMES, y, scale.at(part.share()), y + 28);
            if (part.spent() > 0) {
                canvas.box("bar", NAMES, y + 8, scale.at(part.spent()), y + 20);
            }
            canvas.label("value", scale.at(part.share()) + 8, y + 19, "start", part.value());
            y += ROW;
        }
        return canvas.drawing(WIDTH, y, title, description);
    }
}
