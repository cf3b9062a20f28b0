package io.dripline.incidence;

import io.dripline.contracts.coding.CodedSession;
import io.dripline.contracts.incidence.Cell;
import io.dripline.contracts.incidence.CellShare;
import io.dripline.contracts.incidence.Measures;
import io.dripline.counting.CellCount;
import io.dripline.counting.CountPatient;
import io.dripline.counting.CountedSession;
import io.dripline.counting.PatientSessions;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Published shares added up, and the recount that they must equal. */
public final class Shares {

    private Shares() {}

    /** The sum over shards, each share by its key in its last state; cells that are empty again are left out. */
    public static Map<Cell, CellCount> added(Collection<CellShare> last) {
        Map<Cell, CellCount> cells = new HashMap<>();
        for (CellShare share : last) {
            var count = new CellCount(share.exposed(), share.awaiting(), share.replaced(), share.measures());
            if (!count.isZero()) {
                cells.merge(share.cell(), count, CellCount::plus);
            }
        }
        return cells;
    }

    /** The same cells from everything that was reported, patient by patient, without a stream. */
    public static Map<Cell, CellCount> recounted(Collection<CodedSession> states) {
        var count = new CountPatient(Measures.standard(), CountPatient.DEFAULT_COURSE_GAP);
        Map<Cell, CellCount> cells = new HashMap<>();
        states.stream()
                .map(CountedSession::of)
                .collect(Collectors.groupingBy(CountedSession::patient))
                .values()
                .forEach(patient -> count.contributions(
                                PatientSessions.of(patient).latest())
                        .forEach((cell, exposures) -> cells.merge(cell, exposures, CellCount::plus)));
        return cells;
    }

    /** The cells in which two counts differ, with both. */
    public static List<String> differing(Map<Cell, CellCount> found, Map<Cell, CellCount> expected) {
        return Stream.concat(found.keySet().stream(), expected.keySet().stream())
                .filter(cell -> !Objects.equals(found.get(cell), expected.get(cell)))
                .map(cell -> "%s: found %s, expected %s"
                        .formatted(
                                cell.key(),
                                found.getOrDefault(cell, CellCount.ZERO),
                                expected.getOrDefault(cell, CellCount.ZERO)))
                .distinct()
                .sorted()
                .toList();
    }
}
