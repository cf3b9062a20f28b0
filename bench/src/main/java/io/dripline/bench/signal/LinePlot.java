package io.dripline.bench.signal;

import java.util.List;
import java.util.Locale;

/**
 * Lines over common axes as SVG; the same numbers give the same bytes.
 *
 * @param x the horizontal axis
 * @param y the vertical one
 */
record LinePlot(String title, Axis x, Axis y, List<Line> lines) {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 420;
    private static final int LEFT = 70;
    private static final int RIGHT = 250;
    private static final int TOP = 40;
    private static final int BOTTOM = 50;
    private static final List<String> COLOURS = List.of("#0b6e99", "#c1440e", "#3f7d20", "#6a4c93", "#7a7a7a");
    private static final List<String> DASHES = List.of("none", "7 3", "2 3", "9 3 2 3", "4 4");

    /**
     * @param ticks where it is labelled, ascending; the first and the last are its ends
     * @param logarithmic whether equal ratios are equally far apart
     * @param unit written behind each tick
     */
    record Axis(String label, List<Double> ticks, boolean logarithmic, String unit) {

        /** 0 at the first tick, 1 at the last. */
        double place(double value) {
            return (scaled(value) - scaled(ticks.getFirst())) / (scaled(ticks.getLast()) - scaled(ticks.getFirst()));
        }

        private double scaled(double value) {
            return logarithmic ? Math.log(value) : value;
        }
    }

    /** @param points pairs of x and y */
    record Line(String name, List<double[]> points) {}

    String svg() {
        StringBuilder svg = new StringBuilder();
        add(
                svg,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\"",
                WIDTH,
                HEIGHT);
        add(svg, " role=\"img\" aria-label=\"%s\">%n", escape(title));
        add(svg, "<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>%n", WIDTH, HEIGHT);
        add(svg, "<text x=\"%d\" y=\"22\" font-size=\"14\" font-weight=\"bold\">%s</text>%n", LEFT, escape(title));
        for (double tick : x.ticks()) {
            double at = across(tick);
            add(svg, "<path d=\"M%.1f %d V%d\" stroke=\"#dddddd\"/>%n", at, TOP, HEIGHT - BOTTOM);
            add(
                    svg,
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>%n",
                    at,
                    HEIGHT - BOTTOM + 18,
                    label(tick, x));
        }
        for (double tick : y.ticks()) {
            double at = down(tick);
            add(svg, "<path d=\"M%d %.1f H%d\" stroke=\"#dddddd\"/>%n", LEFT, at, WIDTH - RIGHT);
            add(svg, "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>%n", LEFT - 8, at + 4, label(tick, y));
        }
        add(
                svg,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>%n",
                (LEFT + WIDTH - RIGHT) / 2,
                HEIGHT - 12,
                escape(x.label()));
        add(
                svg,
                "<text transform=\"translate(16 %d) rotate(-90)\" text-anchor=\"middle\">%s</text>%n",
                (TOP + HEIGHT - BOTTOM) / 2,
                escape(y.label()));
        for (int i = 0; i < lines.size(); i++) {
            draw(svg, lines.get(i), i);
        }
        return svg.append("</svg>\n").toString();
    }

    private void draw(StringBuilder svg, Line line, int i) {
        String style = "fill=\"none\" stroke=\"%s\" stroke-width=\"2\" stroke-dasharray=\"%s\""
                .formatted(COLOURS.get(i), DASHES.get(i));
        add(svg, "<path %s d=\"", style);
        for (int k = 0; k < line.points().size(); k++) {
            double[] point = line.points().get(k);
            add(
                    svg,
                    "%s%.1f %.1f",
                    k == 0 ? "M" : " L",
                    across(point[0]),
                    down(Math.min(point[1], y.ticks().getLast())));
        }
        add(svg, "\"/>%n");
        int at = TOP + 14 + 22 * i;
        add(svg, "<path %s d=\"M%d %d h28\"/>%n", style, WIDTH - RIGHT + 12, at);
        add(svg, "<text x=\"%d\" y=\"%d\">%s</text>%n", WIDTH - RIGHT + 46, at + 4, escape(line.name()));
    }

    private double across(double value) {
        return LEFT + x.place(value) * (WIDTH - RIGHT - LEFT);
    }

    private double down(double value) {
        return HEIGHT - BOTTOM - y.place(value) * (HEIGHT - BOTTOM - TOP);
    }

    private static String label(double tick, Axis axis) {
        String number = tick == Math.rint(tick) ? Table.count((long) tick) : String.valueOf(tick);
        return escape(number + axis.unit());
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private static void add(StringBuilder to, String format, Object... values) {
        to.append(String.format(Locale.ROOT, format.replace("%n", "\n"), values));
    }
}
