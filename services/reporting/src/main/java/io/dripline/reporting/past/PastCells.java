package io.dripline.reporting.past;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.dripline.contracts.incidence.Cell;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.MeasureCount;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.alert.JudgedWeek;
import io.dripline.reporting.completeness.ClinicAndWeek;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Cells as they were at some time, as classification counted them.
 *
 * @param asOf the time by which what is counted was coded and stored
 * @param receivedUntil the time by which the sessions that are counted had been received; null for all
 * @param storedUntil the time by which something had been stored of the sessions that are counted; null for all
 * @param lastCodedAt when the last of what may be among them was coded, a withdrawal too; null where nothing had been
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PastCells(
        Instant asOf,
        @Nullable Instant receivedUntil,
        @Nullable Instant storedUntil,
        @Nullable Instant lastCodedAt,
        List<PastCell> cells) {

    public PastCells {
        cells = List.copyOf(cells);
    }

    /**
     * What a cell counted.
     *
     * @param measures a measure that is absent had affected 0 and possible {@code awaiting}
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record PastCell(Cell cell, long exposed, long awaiting, long replaced, Map<String, MeasureCount> measures) {

        private JudgedWeek of(String measure) {
            MeasureCount count = measures.getOrDefault(measure, new MeasureCount(0, awaiting));
            return new JudgedWeek(cell.week(), exposed, count.affected(), count.possible(), replaced);
        }
    }

    /**
     * The counts of a cohort by week, ascending; weeks with neither an exposure nor a replaced first course are left out.
     *
     * @param cohort values of the cell's dimensions by their names; empty for all
     * @param startWeek first week that counts; null for the beginning
     */
    public List<JudgedWeek> weeks(String measure, Unit unit, Map<String, String> cohort, @Nullable IsoWeek startWeek) {
        TreeMap<IsoWeek, JudgedWeek> weeks = new TreeMap<>();
        for (PastCell one : cells) {
            if (one.cell().unit() == unit
                    && (startWeek == null || startWeek.compareTo(one.cell().week()) <= 0)
                    && isIn(cohort, one.cell())) {
                weeks.merge(one.cell().week(), one.of(measure), PastCells::plus);
            }
        }
        return weeks.values().stream()
                .filter(week -> week.exposed() > 0 || week.replaced() > 0)
                .toList();
    }

    /** How many sessions were counted of each clinic's week, by cells of sessions. */
    public Map<ClinicAndWeek, Long> sessions() {
        Map<ClinicAndWeek, Long> sessions = new HashMap<>();
        for (PastCell one : cells) {
            if (one.cell().unit() == Unit.SESSION) {
                sessions.merge(new ClinicAndWeek(one.cell().clinic(), one.cell().week()), one.exposed(), Long::sum);
            }
        }
        return sessions;
    }

    private static boolean isIn(Map<String, String> cohort, Cell cell) {
        return cohort.entrySet().stream().allMatch(wanted -> wanted.getValue().equals(value(cell, wanted.getKey())));
    }

    private static String value(Cell cell, String dimension) {
        return switch (dimension) {
            case "clinic" -> cell.clinic();
            case "route" -> cell.route();
            case "formulation" -> cell.formulation();
            case "regimen" -> cell.regimen();
            case "indication" -> cell.indication();
            case "doseBand" -> cell.doseBand();
            case "ascertainment" -> cell.ascertainment();
            default -> throw new IllegalArgumentException("cohort: no such dimension: " + dimension);
        };
    }

    private static JudgedWeek plus(JudgedWeek one, JudgedWeek other) {
        return new JudgedWeek(
                one.week(),
                one.exposed() + other.exposed(),
                one.affected() + other.affected(),
                one.possible() + other.possible(),
                one.replaced() + other.replaced());
    }
}
