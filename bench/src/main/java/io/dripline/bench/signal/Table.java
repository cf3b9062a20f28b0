package io.dripline.bench.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table in Markdown. */
final class Table {

    private final List<List<String>> rows = new ArrayList<>();

    Table(List<String> heads) {
        rows.add(heads);
    }

    void row(List<String> cells) {
        rows.add(cells);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    static String number(double value) {
        return String.format(Locale.ROOT, value < 999.95 ? "%.1f" : "%,.0f", value);
    }

    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** As × 1.23. */
    static String times(double value) {
        return String.format(Locale.ROOT, "× %.2f", value);
    }

    /** Its lines, without the head's. */
    List<String> lines() {
        return rows.subList(1, rows.size()).stream().map(Table::line).toList();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(line(rows.getFirst())).append('\n');
        text.append("|").append(" --- |".repeat(rows.getFirst().size())).append('\n');
        lines().forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }
}
