package io.dripline.reporting.dashboard.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Collects the parts of a drawing. */
final class Canvas {

    /** A place on the picture. */
    record Place(double x, double y) {}

    private final List<Drawing.Box> boxes = new ArrayList<>();
    private final List<Drawing.Stroke> strokes = new ArrayList<>();
    private final List<Drawing.Curve> curves = new ArrayList<>();
    private final List<Drawing.Symbol> symbols = new ArrayList<>();
    private final List<Drawing.Label> labels = new ArrayList<>();

    /** A rectangle between two places; one without width is a line that can be seen. */
    void box(String css, double x1, double y1, double x2, double y2) {
        double width = Math.max(1, Scale.rounded(x2 - x1));
        boxes.add(new Drawing.Box(css, x1, y1, width, Scale.rounded(y2 - y1)));
    }

    void stroke(String css, double x1, double y1, double x2, double y2) {
        strokes.add(new Drawing.Stroke(css, x1, y1, x2, y2));
    }

    /** A line through places, in their order; one place alone is no line. */
    void curve(String css, List<Place> places) {
        if (places.size() < 2) {
            return;
        }
        StringBuilder path = new StringBuilder();
        for (Place place : places) {
            path.append(path.isEmpty() ? 'M' : 'L')
                    .append(String.format(Locale.ROOT, "%.1f %.1f", place.x(), place.y()));
        }
        curves.add(new Drawing.Curve(css, path.toString()));
    }

    void symbol(String css, Shape shape, double x, double y, double size, @Nullable String tip) {
        symbols.add(new Drawing.Symbol(css, shape.path(x, y, size), tip));
    }

    void label(String css, double x, double y, String anchor, String text) {
        labels.add(new Drawing.Label(css, x, y, anchor, text));
    }

    Drawing drawing(double width, double height, String title, String description) {
        return new Drawing(width, height, title, description, boxes, strokes, curves, symbols, labels);
    }
}
