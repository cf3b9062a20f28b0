package io.dripline.reporting.dashboard.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A proportion week by week, each with its interval, over what was published. */
public final class WeeklyPlot {

    static final int WIDTH = 720;
    static final int HEIGHT = 280;
    static final int LEFT = 58;
    static final int RIGHT = WIDTH - 10;
    static final int TOP = 14;
    static final int BOTTOM = HEIGHT - 36;

    /** Weeks of few exposures have intervals over all of the axis; what matters would be flat beside them. */
    private static final double ROOM_FOR_WHISKERS = 1.6;

    private WeeklyPlot() {}

    /** @param weeks ascending, at least one */
    public static Drawing draw(String title, String description, List<Week> weeks, @Nullable Published published) {
        Canvas canvas = new Canvas();
        PercentAxis axis = PercentAxis.reaching(top(weeks, published));
        Scale y = axis.scale(BOTTOM, TOP);
        WeekAxis x = new WeekAxis(weeks.getFirst().week(), weeks.getLast().week());
        if (published != null && published.low() != null) {
            canvas.box("band", LEFT, y.at(published.high()), RIGHT, y.at(published.low()));
        } else if (published != null) {
            canvas.stroke("figure", LEFT, y.at(published.high()), RIGHT, y.at(published.high()));
        }
        rows(canvas, axis.ticks(), y);
        columns(canvas, x);
        for (Week week : weeks) {
            draw(canvas, week, x.at(week.week(), LEFT, RIGHT), y);
        }
        return canvas.drawing(WIDTH, HEIGHT, title, description);
    }

    private static double top(List<Week> weeks, @Nullable Published published) {
        double rates = weeks.stream().mapToDouble(Week::rate).max().orElse(0);
        double shown = Math.max(rates, published == null ? 0 : published.high());
        double whiskers =
                weeks.stream().mapToDouble(week -> week.interval().high()).max().orElse(0);
        return Math.min(whiskers, Math.max(0.05, ROOM_FOR_WHISKERS * shown));
    }

    private static void draw(Canvas canvas, Week week, double x, Scale y) {
        double high = y.at(week.interval().high());
        canvas.stroke("whisker", x, y.at(week.interval().low()), x, high);
        if (week.interval().high() > y.high()) {
            canvas.symbol("beyond", Shape.TRIANGLE_UP, x, high - 3, 3, null);
        }
        if (week.possible() > week.rate()) {
            canvas.stroke("possible", x + 3, y.at(week.rate()), x + 3, y.at(week.possible()));
        }
        canvas.symbol("point", Shape.CIRCLE, x, y.at(week.rate()), 3.5, week.spoken());
    }

    /** Lines from left to right with their labels. */
    static void rows(Canvas canvas, List<Tick> ticks, Scale y) {
        for (Tick tick : ticks) {
            double at = y.at(tick.value());
            canvas.stroke("grid", LEFT, at, RIGHT, at);
            canvas.label("tick", LEFT - 6.0, at + 4, "end", tick.label());
        }
    }

    /** Labels below the picture. */
    static void columns(Canvas canvas, WeekAxis weeks) {
        canvas.stroke("axis", LEFT, BOTTOM, RIGHT, BOTTOM);
        weeks.labelled().forEach(week -> {
            double at = weeks.at(week, LEFT, RIGHT);
            canvas.stroke("axis", at, BOTTOM, at, BOTTOM + 5.0);
            canvas.label("tick", at, BOTTOM + 19.0, "middle", week.toString());
        });
    }
}
