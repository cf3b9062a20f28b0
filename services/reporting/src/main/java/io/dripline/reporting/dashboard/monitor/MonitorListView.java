package io.dripline.reporting.dashboard.monitor;

import io.dripline.reporting.dashboard.download.Csv;
import io.dripline.reporting.dashboard.layout.Words;
import io.dripline.reporting.monitor.MonitorStatus;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The monitors, and what is left of alpha for more.
 *
 * @param tabs all, and one for each status, with how many there are
 * @param query of the address, with its question mark; empty for all
 * @param lines in the order in which they were made
 */
public record MonitorListView(AlphaView alpha, List<Tab> tabs, String query, List<MonitorLine> lines) {

    /** A status to choose. */
    public record Tab(String name, String href, int count, boolean current) {}

    public MonitorListView {
        tabs = List.copyOf(tabs);
        lines = List.copyOf(lines);
    }

    /** @param asked null for all */
    static MonitorListView of(AlphaView alpha, List<MonitorLine> all, @Nullable MonitorStatus asked) {
        return new MonitorListView(
                alpha,
                Stream.concat(
                                Stream.of(new Tab("All", "/monitors", all.size(), asked == null)),
                                Arrays.stream(MonitorStatus.values()).map(status -> tab(status, all, asked)))
                        .toList(),
                asked == null ? "" : "?status=" + asked.name(),
                asked == null ? all : of(all, asked));
    }

    private static Tab tab(MonitorStatus status, List<MonitorLine> all, @Nullable MonitorStatus asked) {
        return new Tab(
                Words.status(status),
                "/monitors?status=" + status.name(),
                of(all, status).size(),
                status == asked);
    }

    private static List<MonitorLine> of(List<MonitorLine> all, MonitorStatus status) {
        return all.stream().filter(line -> line.monitor().status() == status).toList();
    }

    Csv csv() {
        Csv csv = new Csv(List.of(
                "monitor",
                "baseline",
                "published_as_printed",
                "measure",
                "filters",
                "unit",
                "p0",
                "null_ascertainment",
                "null_window",
                "start_week",
                "status",
                "share_of_alpha",
                "alpha",
                "created_at",
                "created_by"));
        lines.forEach(line -> csv.row(
                line.monitor().id(),
                line.monitor().baseline(),
                line.figure().printed(),
                line.monitor().measure(),
                Csv.filters(line.monitor().cohort()),
                line.monitor().unit().name(),
                line.monitor().p0(),
                line.monitor().nullStates().ascertainment(),
                line.monitor().nullStates().window(),
                line.monitor().startWeek() == null
                        ? null
                        : line.monitor().startWeek().toString(),
                line.monitor().status().name(),
                line.monitor().alphaShare(),
                line.monitor().rule().alpha(),
                line.monitor().createdAt(),
                line.monitor().createdBy()));
        return csv;
    }
}
