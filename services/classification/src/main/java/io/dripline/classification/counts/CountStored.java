package io.dripline.classification.counts;

import io.dripline.classification.counts.Counts.CountedCell;
import io.dripline.classification.counts.StoredPatients.Batch;
import io.dripline.contracts.incidence.Cell;
import io.dripline.contracts.incidence.MeasureCount;
import io.dripline.contracts.incidence.Measures;
import io.dripline.counting.CellCount;
import io.dripline.counting.CountPatient;
import io.dripline.counting.CountedSession;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Counts cells from what is stored, by the counting's own rules, patient after patient. Holds the cells and a few patients,
 * however many sessions there are; no transaction is longer than reading those few.
 */
@Singleton
class CountStored {

    private static final int AT_ONCE = 2_000;

    private final StoredPatients patients;
    private final CountPatient rule = new CountPatient(Measures.standard(), CountPatient.DEFAULT_COURSE_GAP);

    CountStored(StoredPatients patients) {
        this.patients = patients;
    }

    /** The time by which codings are stamped. */
    Instant now() throws SQLException {
        return patients.now();
    }

    /** Whether anything that may be asked for was coded after a time. */
    boolean codedAfter(Instant time, CountQuestion question) throws SQLException {
        return patients.codedAfter(time, question);
    }

    /** The cells that are asked for. */
    Counts count(CountQuestion question) throws SQLException {
        Map<Cell, CellCount> cells = new HashMap<>();
        Batch batch = patients.next("", question, AT_ONCE);
        while (batch.last() != null) {
            for (List<CountedSession> patient : batch.patients()) {
                rule.contributions(patient).forEach((cell, count) -> {
                    if (question.isAbout(cell)) {
                        cells.merge(cell, asked(count, question), CellCount::plus);
                    }
                });
            }
            batch = patients.next(batch.last(), question, AT_ONCE);
        }
        return new Counts(
                question.asOf(),
                question.receivedUntil(),
                question.storedUntil(),
                patients.lastCoded(question),
                cells.entrySet().stream()
                        .map(entry -> counted(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static CellCount asked(CellCount count, CountQuestion question) {
        Map<String, MeasureCount> measures = count.measures().entrySet().stream()
                .filter(measure -> question.isAbout(measure.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new CellCount(count.exposed(), count.awaiting(), count.replaced(), measures);
    }

    private static CountedCell counted(Cell cell, CellCount count) {
        return new CountedCell(cell, count.exposed(), count.awaiting(), count.replaced(), count.measures());
    }
}
