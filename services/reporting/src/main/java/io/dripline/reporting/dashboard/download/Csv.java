package io.dripline.reporting.dashboard.download;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lines of comma-separated values (RFC 4180) under a heading. */
public final class Csv {

    private static final String END = "\r\n";

    private final StringBuilder lines = new StringBuilder();
    private final int columns;

    /** @param heading names of the columns */
    public Csv(List<String> heading) {
        columns = heading.size();
        line(heading);
    }

    /** Adds a line: numbers as a machine reads them, what is not known empty. */
    public Csv row(@Nullable Object... cells) {
        if (cells.length != columns) {
            throw new IllegalArgumentException("expected %d cells, found %d".formatted(columns, cells.length));
        }
        line(Arrays.asList(cells));
        return this;
    }

    /** What is filtered by, in one cell: by the names of dimensions, in their order. */
    public static String filters(Map<String, String> filters) {
        return new TreeMap<>(filters)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(";"));
    }

    private void line(List<? extends @Nullable Object> cells) {
        lines.append(cells.stream().map(Csv::cell).collect(Collectors.joining(",")))
                .append(END);
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = value instanceof CharSequence ? harmless(value.toString()) : value.toString();
        return text.matches("(?s).*[\",\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    /** A spreadsheet would compute what begins like a formula. */
    private static String harmless(String text) {
        return text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
    }

    @Override
    public String toString() {
        return lines.toString();
    }
}
