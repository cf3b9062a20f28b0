package io.dripline.reporting.dashboard.chart;

import java.util.List;

/** Points with whiskers over bands: each in a picture of its own, as a table shows them, or all in one, to be taken away. */
public final class ForestPlot {

    private static final int ROW_WIDTH = 320;
    private static final int ROW_HEIGHT = 46;
    /** Half of a label stands out on either side. */
    private static final int MARGIN = 14;

    private static final int NAMES = 250;
    private static final int VALUES = 260;
    private static final int LONGEST_VALUE = 40;
    private static final int HEAD = 34;

    private static final String TICK = "tick";

    private ForestPlot() {}

    /**
     * A line of the picture of all.
     *
     * @param name what it is
     * @param value the same as figures
     */
    public record Line(String name, String value, ForestMark mark) {}

    /** One mark alone. The style sheet shows its ticks' labels where no axis stands above it. */
    public static Drawing row(ForestMark mark, PercentAxis axis) {
        Canvas canvas = new Canvas();
        Scale scale = axis.scale(MARGIN, ROW_WIDTH - MARGIN);
        grid(canvas, axis, scale, 0, 34);
        for (Tick tick : axis.ticks()) {
            canvas.label("tick of-row", scale.at(tick.value()), ROW_HEIGHT - 1.0, "middle", tick.label());
        }
        draw(canvas, mark, scale, 17);
        return canvas.drawing(ROW_WIDTH, ROW_HEIGHT, mark.spoken(), "");
    }

    /** Where a value lies in the picture of one mark: 0 at its left edge, 1 at its right one. */
    public static double placeInRow(PercentAxis axis, double value) {
        return axis.scale(MARGIN, ROW_WIDTH - MARGIN).at(value) / ROW_WIDTH;
    }

    /** The axis that stands above marks that are drawn alone. */
    public static Drawing axis(PercentAxis axis, String title) {
        Canvas canvas = new Canvas();
        Scale scale = axis.scale(MARGIN, ROW_WIDTH - MARGIN);
        for (Tick tick : axis.ticks()) {
            canvas.label(TICK, scale.at(tick.value()), 12, "middle", tick.label());
        }
        return canvas.drawing(ROW_WIDTH, 16, title, "");
    }

    /** All marks below one another, with names and figures. */
    public static Drawing whole(String title, String description, List<Line> lines, PercentAxis axis) {
        Canvas canvas = new Canvas();
        Scale scale = axis.scale(NAMES, NAMES + ROW_WIDTH);
        double height = HEAD + 36.0 * lines.size() + 10;
        for (Tick tick : axis.ticks()) {
            canvas.label(TICK, scale.at(tick.value()), HEAD - 6.0, "middle", tick.label());
        }
        grid(canvas, axis, scale, HEAD, height - 6);
        double y = HEAD + 18.0;
        for (Line line : lines) {
            canvas.label("name", 4, y + 4, "start", line.name());
            canvas.label("value", NAMES + ROW_WIDTH + 20, y + 4, "start", cut(line.value()));
            draw(canvas, line.mark(), scale, y);
            y += 36;
        }
        return canvas.drawing(NAMES + ROW_WIDTH + 20 + VALUES, height, title, description);
    }

    /** What is printed in many words stands whole in the table and the file of figures. */
    private static String cut(String value) {
        return value.length() <= LONGEST_VALUE
                ? value
                : value.substring(0, LONGEST_VALUE - 1).strip() + "…";
    }

    private static void grid(Canvas canvas, PercentAxis axis, Scale scale, double top, double bottom) {
        for (Tick tick : axis.ticks()) {
            double x = scale.at(tick.value());
            canvas.stroke("grid", x, top, x, bottom);
        }
    }

    private static void draw(Canvas canvas, ForestMark mark, Scale scale, double y) {
        if (mark.band() != null) {
            canvas.box(
                    "band",
                    scale.at(mark.band().low()),
                    y - 13,
                    scale.at(mark.band().high()),
                    y + 13);
        }
        if (mark.figure() != null) {
            double x = scale.at(mark.figure());
            canvas.stroke("figure", x, y - 13, x, y + 13);
        }
        if (mark.point() != null && mark.possible() != null) {
            canvas.stroke("possible", scale.at(mark.point()), y + 9, scale.at(mark.possible()), y + 9);
        }
        if (mark.whisker() != null) {
            double low = scale.at(mark.whisker().low());
            double high = scale.at(mark.whisker().high());
            String css = "whisker " + mark.css();
            canvas.stroke(css, low, y, high, y);
            canvas.stroke(css, low, y - 4, low, y + 4);
            // One that runs out of the picture has no end to show.
            if (mark.whisker().high() <= scale.high()) {
                canvas.stroke(css, high, y - 4, high, y + 4);
            }
        }
        if (mark.point() != null) {
            canvas.symbol("point " + mark.css(), mark.shape(), scale.at(mark.point()), y, 5, mark.spoken());
        }
    }
}
