package io.dripline.local.stack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The short table of what runs where. */
record StatusTable(List<Row> rows) {

    private static final List<String> HEADER = List.of("part", "address", "pid", "ready after", "memory");

    /**
     * One part.
     *
     * @param megabytes resident, empty where unknown
     */
    record Row(String name, String address, long pid, Duration took, OptionalLong megabytes) {

        private List<String> cells() {
            return List.of(name, address, String.valueOf(pid), seconds(took), StatusTable.megabytes(megabytes));
        }
    }

    static StatusTable of(LocalStack stack) {
        return new StatusTable(stack.running().stream()
                .map(part -> new Row(
                        part.part().title(),
                        stack.config().address(part.part()),
                        part.process().pid(),
                        part.took(),
                        ResidentMemory.megabytes(part.process())))
                .toList());
    }

    /** The table with a header and the sum of the memory, columns aligned, without a final line break. */
    String text() {
        var lines = new ArrayList<List<String>>();
        lines.add(HEADER);
        rows.forEach(row -> lines.add(row.cells()));
        long sum = rows.stream().mapToLong(row -> row.megabytes().orElse(0)).sum();
        lines.add(List.of("together", "", "", "", megabytes(sum == 0 ? OptionalLong.empty() : OptionalLong.of(sum))));
        var widths = IntStream.range(0, HEADER.size())
                .map(column -> lines.stream()
                        .mapToInt(line -> line.get(column).length())
                        .max()
                        .orElseThrow())
                .toArray();
        return lines.stream().map(line -> aligned(line, widths)).collect(Collectors.joining(System.lineSeparator()));
    }

    static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
    }

    private static String megabytes(OptionalLong figure) {
        return figure.isPresent() ? figure.getAsLong() + " MB" : "?";
    }

    /** Words to the left, figures to the right. */
    private static String aligned(List<String> cells, int[] widths) {
        return IntStream.range(0, cells.size())
                .mapToObj(column -> {
                    var padding = " ".repeat(widths[column] - cells.get(column).length());
                    return column < 2 ? cells.get(column) + padding : padding + cells.get(column);
                })
                .collect(Collectors.joining("   ", "  ", ""))
                .stripTrailing();
    }
}
