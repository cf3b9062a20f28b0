package io.dripline.reporting.dashboard.chart;

import io.dripline.contracts.incidence.IsoWeek;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which way a proportion went, as small as a word. */
public final class Sparkline {

    private static final int WIDTH = 132;
    private static final int HEIGHT = 34;
    private static final int MARGIN = 5;

    private Sparkline() {}

    /** The proportion of one week. */
    public record Point(IsoWeek week, double rate) {}

    /**
     * Weeks without a point break the line, for nothing is known of them.
     *
     * @param points ascending
     */
    public static Drawing draw(
            String title, IsoWeek first, IsoWeek last, List<Point> points, @Nullable Published published) {
        Canvas canvas = new Canvas();
        double largest = points.stream().mapToDouble(Point::rate).max().orElse(0);
        PercentAxis axis = PercentAxis.reaching(Math.max(largest, published == null ? 0 : published.high()));
        Scale y = axis.scale(HEIGHT - MARGIN, MARGIN);
        WeekAxis x = new WeekAxis(first, last);
        if (published != null && published.low() != null) {
            canvas.box("band", MARGIN, y.at(published.high()), WIDTH - MARGIN, y.at(published.low()));
        }
        canvas.stroke("axis", MARGIN, HEIGHT - MARGIN, WIDTH - MARGIN, HEIGHT - MARGIN);
        List<Canvas.Place> line = new ArrayList<>();
        IsoWeek before = null;
        for (Point point : points) {
            if (before != null && before.weeksUntil(point.week()) > 1) {
                finish(canvas, line);
            }
            line.add(new Canvas.Place(x.at(point.week(), MARGIN, WIDTH - MARGIN), y.at(point.rate())));
            before = point.week();
        }
        if (!line.isEmpty()) {
            Canvas.Place end = line.getLast();
            canvas.symbol("point small", Shape.CIRCLE, end.x(), end.y(), 2.5, null);
        }
        finish(canvas, line);
        return canvas.drawing(WIDTH, HEIGHT, title, "");
    }

    /** A week alone is a dot. */
    private static void finish(Canvas canvas, List<Canvas.Place> line) {
        if (line.size() == 1) {
            canvas.symbol(
                    "point tiny",
                    Shape.CIRCLE,
                    line.getFirst().x(),
                    line.getFirst().y(),
                    1.5,
                    null);
        }
        canvas.curve("curve", line);
        line.clear();
    }
}
