package io.dripline.reporting.dashboard.measure;

import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.alert.WeekEvidence;
import io.dripline.reporting.baseline.Baseline;
import io.dripline.reporting.comparison.Comparison;
import io.dripline.reporting.dashboard.chart.Drawing;
import io.dripline.reporting.dashboard.chart.EvidencePlot;
import io.dripline.reporting.dashboard.layout.Figures;
import io.dripline.reporting.dashboard.layout.Literature;
import io.dripline.reporting.dashboard.layout.ShownTime;
import io.dripline.reporting.dashboard.layout.Words;
import io.dripline.reporting.dashboard.measure.EvidenceView.EvidenceLine;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** From what a monitor judged to its evidence over time, every alert of its own marked. */
final class DescribeEvidence {

    private DescribeEvidence() {}

    static EvidenceView of(
            Shown shown, Comparison comparison, List<WeekEvidence> points, List<Alert> alerts, Baseline figure) {
        return new EvidenceView(
                comparison,
                Words.verdict(comparison.verdict()),
                Words.promise(comparison.promise()),
                picture(shown, comparison, points, alerts, figure),
                points.stream().map(DescribeEvidence::line).toList(),
                Figures.count(Math.round(comparison.threshold())));
    }

    private static @Nullable Drawing picture(
            Shown shown, Comparison comparison, List<WeekEvidence> points, List<Alert> alerts, Baseline figure) {
        if (points.isEmpty()) {
            return null;
        }
        WeekEvidence last = points.getLast();
        return EvidencePlot.draw(
                "Evidence E for an excess over %s, by week: %s".formatted(Literature.printed(figure), shown.words()),
                "After %s E is %s, an alert needs %s. %s"
                        .formatted(
                                last.week(),
                                Figures.eValue(last.lnE()),
                                Figures.count(Math.round(comparison.threshold())),
                                alerts.isEmpty() ? "No alert was raised." : "Alerts: %d.".formatted(alerts.size())),
                points.stream()
                        .map(point -> new EvidencePlot.Point(
                                point.week(),
                                point.lnE(),
                                "%s: E = %s".formatted(point.week(), Figures.eValue(point.lnE()))))
                        .toList(),
                alerts.stream().map(DescribeEvidence::raised).toList(),
                comparison.threshold());
    }

    private static EvidencePlot.Raised raised(Alert alert) {
        return new EvidencePlot.Raised(
                alert.evidence().weeks().isEmpty()
                        ? alert.highSinceWeek()
                        : alert.evidence().weeks().getLast().week(),
                alert.lnE(),
                "Alert raised %s on the weeks up to this one, E = %s"
                        .formatted(new ShownTime(alert.raisedAt()).words(), Figures.eValue(alert.lnE())));
    }

    private static EvidenceLine line(WeekEvidence point) {
        return new EvidenceLine(
                point,
                point.week().toString(),
                Figures.eValue(point.lnE()),
                String.format(Locale.ROOT, "%.2f", point.lnE()));
    }
}
