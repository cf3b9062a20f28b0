package io.dripline.reporting.dashboard.monitor;

import io.dripline.reporting.dashboard.download.Csv;
import io.dripline.reporting.dashboard.layout.Words;
import io.dripline.reporting.monitor.MonitorStatus;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The monitors, and what is left of alpha for more.
 *
 * @param tabs all, and one for each status, with how many there are
 * @param query of the address, with its question mark; empty for all
 * @param lines in the order in which they were made
 * @param refused what is wrong with the status that was asked for, null if nothing is
 */
public record MonitorListView(
        AlphaView alpha,
        List<Tab> tabs,
        String query,
        List<MonitorLine> lines,
        @Nullable String refused) {

    /** A status to choose. */
    public record Tab(String name, String href, int count, boolean current) {}

    public MonitorListView {
        tabs = List.copyOf(tabs);
        lines = List.copyOf(lines);
    }

    /** @param stated the status asked for, null for all; one that there is not lists nothing, and says so */
    static MonitorListView of(AlphaView alpha, List<MonitorLine> all, @Nullable String stated) {
        String asked = stated == null ? "" : stated;
        List<String> known =
                Arrays.stream(MonitorStatus.values()).map(MonitorStatus::name).toList();
        boolean isKnown = asked.isEmpty() || known.contains(asked);
        return new MonitorListView(
                alpha,
                Stream.concat(
                                Stream.of(new Tab("All", "/monitors", all.size(), asked.isEmpty())),
                                Arrays.stream(MonitorStatus.values()).map(status -> tab(status, all, asked)))
                        .toList(),
                asked.isEmpty() || !isKnown ? "" : "?status=" + asked,
                of(all, asked),
                isKnown ? null : "status: expected one of %s, found %s".formatted(String.join(", ", known), asked));
    }

    private static Tab tab(MonitorStatus status, List<MonitorLine> all, String asked) {
        return new Tab(
                Words.status(status),
                "/monitors?status=" + status.name(),
                of(all, status.name()).size(),
                status.name().equals(asked));
    }

    private static List<MonitorLine> of(List<MonitorLine> all, String status) {
        return all.stream()
                .filter(line ->
                        status.isEmpty() || line.monitor().status().name().equals(status))
                .toList();
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
                new TreeMap<>(line.monitor().cohort())
                        .entrySet().stream()
                                .map(entry -> entry.getKey() + "=" + entry.getValue())
                                .collect(Collectors.joining(";")),
                line.monitor().unit().name(),
                line.monitor().p0(),
                line.monitor().startWeek() == null
                        ? null
                        : line.monitor().startWeek().toString(),
                line.monitor().status().name(),
                line.monitor().alphaShare(),
                line.alpha(),
                line.monitor().createdAt(),
                line.monitor().createdBy()));
        return csv;
    }
}
