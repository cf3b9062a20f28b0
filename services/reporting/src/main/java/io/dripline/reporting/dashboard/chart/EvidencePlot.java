package io.dripline.reporting.dashboard.chart;

import io.dripline.contracts.incidence.IsoWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Evidence for an excess week by week, against the threshold at which it alarms. */
public final class EvidencePlot {

    private static final int LEFT = WeeklyPlot.LEFT;
    private static final int RIGHT = WeeklyPlot.RIGHT;

    private EvidencePlot() {}

    /** How strong the evidence was at the end of a week. @param lnE natural logarithm of E */
    public record Point(IsoWeek week, double lnE, String spoken) {}

    /** An alert. @param lnE natural logarithm of E as it was raised */
    public record Raised(IsoWeek week, double lnE, String spoken) {}

    /**
     * @param points ascending, at least one
     * @param threshold on the scale of E, 1 or more
     */
    public static Drawing draw(
            String title, String description, List<Point> points, List<Raised> alerts, double threshold) {
        double lnThreshold = Math.log(threshold);
        double[] all = DoubleStream.concat(
                        Stream.concat(
                                        points.stream().map(Point::lnE),
                                        alerts.stream().map(Raised::lnE))
                                .mapToDouble(Double::doubleValue),
                        DoubleStream.of(lnThreshold))
                .toArray();
        EvidenceAxis axis = EvidenceAxis.around(
                DoubleStream.of(all).min().orElse(0), DoubleStream.of(all).max().orElse(0));
        Scale y = axis.scale(WeeklyPlot.BOTTOM, WeeklyPlot.TOP);
        WeekAxis x = new WeekAxis(earliest(points, alerts), latest(points, alerts));
        Canvas canvas = new Canvas();
        WeeklyPlot.rows(canvas, axis.ticks(), y);
        WeeklyPlot.columns(canvas, x);
        double atThreshold = y.at(EvidenceAxis.power(lnThreshold));
        canvas.stroke("threshold", LEFT, atThreshold, RIGHT, atThreshold);
        canvas.label(
                "threshold",
                LEFT + 6.0,
                atThreshold - 5,
                "start",
                String.format(Locale.ROOT, "alert at %,.0f", threshold));
        List<Canvas.Place> places = new ArrayList<>();
        for (Point point : points) {
            Canvas.Place place =
                    new Canvas.Place(x.at(point.week(), LEFT, RIGHT), y.at(EvidenceAxis.power(point.lnE())));
            places.add(place);
            canvas.symbol("point small", Shape.CIRCLE, place.x(), place.y(), 2.5, point.spoken());
        }
        canvas.curve("curve", places);
        for (Raised alert : alerts) {
            double at = x.at(alert.week(), LEFT, RIGHT);
            double height = y.at(EvidenceAxis.power(alert.lnE()));
            canvas.stroke("raised", at, height, at, WeeklyPlot.BOTTOM);
            canvas.symbol("raised", Shape.TRIANGLE_UP, at, height, 6, alert.spoken());
        }
        return canvas.drawing(WeeklyPlot.WIDTH, WeeklyPlot.HEIGHT, title, description);
    }

    private static IsoWeek earliest(List<Point> points, List<Raised> alerts) {
        return weeks(points, alerts).min(IsoWeek::compareTo).orElseThrow();
    }

    private static IsoWeek latest(List<Point> points, List<Raised> alerts) {
        return weeks(points, alerts).max(IsoWeek::compareTo).orElseThrow();
    }

    private static Stream<IsoWeek> weeks(List<Point> points, List<Raised> alerts) {
        return Stream.concat(points.stream().map(Point::week), alerts.stream().map(Raised::week));
    }
}
