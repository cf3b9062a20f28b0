package io.dripline.local.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One cycle, and all of them, for a person at a terminal. */
final class TellCycle {

    private static final int SHOWN = 20;

    private TellCycle() {}

    static String text(RunCycle.Outcome outcome) {
        Cycle cycle = outcome.cycle();
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "cycle %d, %s: counts again after %.1f s, equals the recount after %.1f s; %d reports acknowledged (%d heard at once, "
                        + "%d links cut), %d lost, %d twice, %d of %d cells differ, %d alerts wrong",
                cycle.number(),
                cycle.fault().id(),
                cycle.countsAfterMillis() / 1e3,
                cycle.agreesAfterMillis() / 1e3,
                cycle.acknowledged(),
                cycle.heardAtOnce(),
                cycle.cuts(),
                cycle.lost(),
                cycle.twice(),
                cycle.differing(),
                cycle.compared(),
                cycle.alerts()));
        outcome.verdict().all().stream().limit(SHOWN).forEach(wrong -> lines.add("  " + wrong));
        return String.join(System.lineSeparator(), lines);
    }

    /** A row for each fault, and the sums. */
    static String summary(List<Cycle> cycles) {
        List<String> lines = new ArrayList<>();
        lines.add("| fault | cycles | counts again, median s | longest s | equals the recount, longest s | wrong |");
        lines.add("| --- | --- | --- | --- | --- | --- |");
        for (Fault fault : Fault.values()) {
            List<Cycle> of =
                    cycles.stream().filter(cycle -> cycle.fault() == fault).toList();
            if (!of.isEmpty()) {
                lines.add(row(fault, of));
            }
        }
        lines.add("%d cycles, %d reports acknowledged: %d lost, %d twice, %d cells that differ, %d alerts wrong"
                .formatted(
                        cycles.size(),
                        cycles.stream().mapToLong(Cycle::acknowledged).sum(),
                        cycles.stream().mapToLong(Cycle::lost).sum(),
                        cycles.stream().mapToLong(Cycle::twice).sum(),
                        cycles.stream().mapToLong(Cycle::differing).sum(),
                        cycles.stream().mapToLong(Cycle::alerts).sum()));
        return String.join(System.lineSeparator(), lines);
    }

    private static String row(Fault fault, List<Cycle> cycles) {
        long[] counts =
                cycles.stream().mapToLong(Cycle::countsAfterMillis).sorted().toArray();
        long agrees = cycles.stream().mapToLong(Cycle::agreesAfterMillis).max().orElseThrow();
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.1f | %.1f | %.1f | %d |",
                fault.id(),
                cycles.size(),
                (counts[(counts.length - 1) / 2] + counts[counts.length / 2]) / 2e3,
                counts[counts.length - 1] / 1e3,
                agrees / 1e3,
                cycles.stream().filter(cycle -> !cycle.isWell()).count());
    }
}
