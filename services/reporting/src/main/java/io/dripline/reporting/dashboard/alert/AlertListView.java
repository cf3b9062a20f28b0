package io.dripline.reporting.dashboard.alert;

import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.alert.AlertState;
import io.dripline.reporting.dashboard.layout.AlertWords;
import io.dripline.reporting.dashboard.layout.Figures;
import io.dripline.reporting.dashboard.layout.ShownTime;
import io.dripline.reporting.dashboard.layout.Words;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The list of alerts.
 *
 * @param tabs all, and one for each state, with how many there are
 * @param query of the address, with its question mark; empty for all
 * @param lines the newest first
 */
public record AlertListView(List<Tab> tabs, String query, List<Line> lines) {

    /** A state to choose. */
    public record Tab(String name, String href, int count, boolean current) {}

    /** One alert. @param css open or settled */
    public record Line(
            String id,
            String title,
            String css,
            String state,
            ShownTime raisedAt,
            String observed,
            String e,
            String threshold,
            String highSince,
            String promise) {}

    public AlertListView {
        tabs = List.copyOf(tabs);
        lines = List.copyOf(lines);
    }

    /** @param asked null for all */
    static AlertListView of(List<Alert> alerts, @Nullable AlertState asked) {
        List<Tab> tabs = Stream.concat(
                        Stream.of(new Tab("All", "/alerts", alerts.size(), asked == null)),
                        Arrays.stream(AlertState.values())
                                .map(state -> new Tab(
                                        AlertWords.of(state),
                                        "/alerts?state=" + state.name(),
                                        (int) alerts.stream()
                                                .filter(alert -> alert.state() == state)
                                                .count(),
                                        state == asked)))
                .toList();
        return new AlertListView(
                tabs,
                asked == null ? "" : "?state=" + asked.name(),
                alerts.stream()
                        .filter(alert -> asked == null || alert.state() == asked)
                        .map(AlertListView::line)
                        .toList());
    }

    private static Line line(Alert alert) {
        return new Line(
                alert.id().toString(),
                DescribeAlertPage.title(alert),
                AlertWords.isSettled(alert) ? "settled" : "open",
                AlertWords.of(alert.state())
                        + (alert.assessment() == null ? "" : ": " + AlertWords.of(alert.assessment())),
                new ShownTime(alert.raisedAt()),
                DescribeAlertPage.observed(alert),
                Figures.eValue(alert.lnE()),
                Figures.count(Math.round(alert.threshold())),
                alert.highSinceWeek().toString(),
                Words.promise(alert.promise()));
    }
}
