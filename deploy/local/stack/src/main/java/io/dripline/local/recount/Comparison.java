package io.dripline.local.recount;

import io.dripline.contracts.incidence.Cell;
import io.dripline.counting.CellCount;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A recount beside what was counted as a stream.
 *
 * @param sessions counted again, withdrawn ones included
 * @param uncoded sessions whose newest version is not coded yet: the stream cannot have counted it
 * @param cells cells that either count holds
 * @param sums whether sums over roll-ups were compared: of a generation that an older version counted none are kept
 * @param differences every figure in which the two disagree
 */
public record Comparison(long sessions, long uncoded, int cells, boolean sums, List<Difference> differences) {

    private static final int SHOWN = 20;

    /**
     * One figure that differs.
     *
     * @param where the cell, the roll-up, or the sum over roll-ups
     * @param figure exposed, awaiting, replaced, or a measure and what of it
     */
    public record Difference(String where, String figure, long recounted, long streamed) {}

    public Comparison {
        differences = List.copyOf(differences);
    }

    /** @param sums over roll-ups; empty where none are kept */
    static Comparison of(
            CountAgain.Counted again,
            Map<String, CellCount> cells,
            Map<String, CellCount> rollUps,
            Optional<Map<String, CellCount>> sums) {
        var recounted = byKey(again.cells());
        var differences = new ArrayList<Difference>();
        int compared = compare("", recounted, cells, differences);
        compare("roll-up ", rolledUp(again.cells()), rollUps, differences);
        sums.ifPresent(kept -> compare("sum over ", summed(again.cells()), kept, differences));
        return new Comparison(again.sessions(), again.uncoded(), compared, sums.isPresent(), differences);
    }

    /** Whether everything that was reported has been coded and counted, and rightly. */
    public boolean agrees() {
        return uncoded == 0 && differences.isEmpty();
    }

    /** The result for a person at a terminal. */
    public String text() {
        var lines = new ArrayList<String>();
        lines.add("%d sessions counted again, %d cells compared, %d differences"
                .formatted(sessions, cells, differences.size()));
        if (!sums) {
            lines.add(
                    "no sums over roll-ups were compared: none are kept of this generation, until ./dripline rebuild");
        }
        if (uncoded > 0) {
            lines.add("%d sessions are not coded in their newest version yet; try again with --wait 30"
                    .formatted(uncoded));
        }
        differences.stream()
                .limit(SHOWN)
                .map(one -> "  %s: %s is %d recounted, %d streamed"
                        .formatted(one.where(), one.figure(), one.recounted(), one.streamed()))
                .forEach(lines::add);
        if (differences.size() > SHOWN) {
            lines.add("  and %d more".formatted(differences.size() - SHOWN));
        }
        return String.join(System.lineSeparator(), lines);
    }

    private static Map<String, CellCount> byKey(Map<Cell, CellCount> cells) {
        return cells.entrySet().stream()
                .collect(Collectors.toMap(cell -> cell.getKey().key(), Map.Entry::getValue));
    }

    private static Map<String, CellCount> rolledUp(Map<Cell, CellCount> cells) {
        var rolledUp = new HashMap<String, CellCount>();
        cells.forEach((cell, count) -> rolledUp.merge(
                String.join("|", cell.unit().name(), cell.week().toString(), cell.clinic(), cell.route()),
                count,
                CellCount::plus));
        return rolledUp;
    }

    /** Over each of week, clinic and route; what was summed over is empty. */
    private static Map<String, CellCount> summed(Map<Cell, CellCount> cells) {
        var summed = new HashMap<String, CellCount>();
        cells.forEach((cell, count) -> {
            var unit = cell.unit().name();
            var week = cell.week().toString();
            for (String key : List.of(
                    String.join("|", "WEEK", unit, "", cell.clinic(), cell.route()),
                    String.join("|", "CLINIC", unit, week, "", cell.route()),
                    String.join("|", "ROUTE", unit, week, cell.clinic(), ""))) {
                summed.merge(key, count, CellCount::plus);
            }
        });
        return summed;
    }

    private static int compare(
            String prefix,
            Map<String, CellCount> recounted,
            Map<String, CellCount> streamed,
            List<Difference> differences) {
        var keys = new TreeSet<>(recounted.keySet());
        streamed.entrySet().stream()
                .filter(cell -> !cell.getValue().equals(CellCount.ZERO))
                .forEach(cell -> keys.add(cell.getKey()));
        for (String key : keys) {
            var expected = figures(recounted.getOrDefault(key, CellCount.ZERO));
            var found = figures(streamed.getOrDefault(key, CellCount.ZERO));
            var names = new TreeSet<>(expected.keySet());
            names.addAll(found.keySet());
            for (String name : names) {
                long one = expected.getOrDefault(name, 0L);
                long other = found.getOrDefault(name, 0L);
                if (one != other) {
                    differences.add(new Difference(prefix + key, name, one, other));
                }
            }
        }
        return keys.size();
    }

    private static Map<String, Long> figures(CellCount count) {
        var figures = new HashMap<String, Long>();
        figures.put("exposed", count.exposed());
        figures.put("awaiting", count.awaiting());
        figures.put("replaced", count.replaced());
        count.measures().forEach((measure, of) -> {
            figures.put(measure + " affected", of.affected());
            figures.put(measure + " possible", of.possible());
        });
        return figures;
    }
}
