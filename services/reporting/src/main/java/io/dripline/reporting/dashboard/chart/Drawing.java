package io.dripline.reporting.dashboard.chart;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A picture, ready to be written down as SVG: places and lengths are pixels of its own. Its parts are drawn in the order of the
 * components; {@code css} names what a part is, and the style sheet says how that looks.
 *
 * @param width from edge to edge
 * @param height from edge to edge
 * @param title what it shows, with its unit and period
 * @param description what a reader would see in it, in words
 */
public record Drawing(
        double width,
        double height,
        String title,
        String description,
        List<Box> boxes,
        List<Stroke> strokes,
        List<Curve> curves,
        List<Symbol> symbols,
        List<Label> labels) {

    private static final double LINE = 17;

    /** How wide characters are on average, of bold ones of 13 pixels and of others of 11; rather too wide than cut off. */
    private static final double TITLE_CHARACTER = 8.2;

    private static final double CHARACTER = 6.6;

    /** A filled rectangle. */
    public record Box(String css, double x, double y, double width, double height) {}

    /** A straight line. */
    public record Stroke(String css, double x1, double y1, double x2, double y2) {}

    /** A line through several places. @param path the {@code d} of an SVG path */
    public record Curve(String css, String path) {}

    /**
     * A point.
     *
     * @param path the {@code d} of an SVG path
     * @param tip what it is, told where a pointer rests on it; null where nothing is
     */
    public record Symbol(String css, String path, @Nullable String tip) {}

    /** Words at a place. @param anchor start, middle or end */
    public record Label(String css, double x, double y, String anchor, String text) {}

    public Drawing {
        boxes = List.copyOf(boxes);
        strokes = List.copyOf(strokes);
        curves = List.copyOf(curves);
        symbols = List.copyOf(symbols);
        labels = List.copyOf(labels);
    }

    /** Title and description in one, for whoever does not see it. */
    public String spoken() {
        return description.isEmpty() ? title : title + ". " + description;
    }

    /** Title and description above the picture, where it stands alone. */
    public List<Label> heading() {
        List<Label> lines = new ArrayList<>();
        wrapped(title, TITLE_CHARACTER).forEach(line -> lines.add(new Label("heading", 4, 0, "start", line)));
        wrapped(description, CHARACTER).forEach(line -> lines.add(new Label("tick", 4, 0, "start", line)));
        List<Label> placed = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Label line = lines.get(i);
            placed.add(new Label(line.css(), line.x(), LINE * (i - lines.size()), line.anchor(), line.text()));
        }
        return placed;
    }

    /** Room above the picture for its heading. */
    public double head() {
        return LINE * (heading().size() + 1);
    }

    /** From edge to edge with the heading. */
    public double heightWithHead() {
        return height + head();
    }

    /** In lines that fit the picture's width; a word alone may be longer. */
    private List<String> wrapped(String text, double character) {
        int most = (int) ((width - 8) / character);
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > most) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }
}
