package io.dripline.local.recount;

import io.dripline.contracts.incidence.Cell;
import io.dripline.contracts.incidence.Measures;
import io.dripline.counting.CellCount;
import io.dripline.counting.CountPatient;
import io.dripline.counting.CountedSession;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts from the record of truth: what intake last stated of every session, as classification last coded that version.
 */
final class CountAgain {

    private final CountPatient rule = new CountPatient(Measures.standard(), CountPatient.DEFAULT_COURSE_GAP);
    private final Map<Cell, CellCount> cells = new HashMap<>();
    private final List<CountedSession> patient = new ArrayList<>();
    private long sessions;
    private long uncoded;

    /**
     * A count from scratch.
     *
     * @param sessions in intake, withdrawn ones included
     * @param uncoded those whose newest version classification has not coded yet; not counted
     */
    record Counted(long sessions, long uncoded, Map<Cell, CellCount> cells) {}

    private CountAgain() {}

    static Counted from(Database intake, Database classification) throws SQLException {
        return new CountAgain().count(intake, classification);
    }

    private Counted count(Database intake, Database classification) throws SQLException {
        try (var stated = Rows.of(intake, StoredSession.STATED, StoredSession::read);
                var coded = Rows.of(classification, StoredSession.CODED, StoredSession::read)) {
            for (var session = stated.peek(); session != null; session = stated.peek()) {
                sessions++;
                skipTo(session, coded);
                var coding = coded.peek();
                if (coding != null && coding.id().equals(session.id()) && coding.version() == session.version()) {
                    take(session.counted(coding));
                } else {
                    uncoded++;
                }
                stated.advance();
            }
            addPatient();
        }
        return new Counted(sessions, uncoded, cells);
    }

    private static void skipTo(StoredSession wanted, Rows<StoredSession> rows) throws SQLException {
        for (var row = rows.peek(); row != null && StoredSession.ORDER.compare(row, wanted) < 0; row = rows.peek()) {
            rows.advance();
        }
    }

    private void take(CountedSession session) {
        if (!patient.isEmpty() && !patient.getFirst().patient().equals(session.patient())) {
            addPatient();
        }
        patient.add(session);
    }

    private void addPatient() {
        rule.contributions(patient).forEach((cell, count) -> cells.merge(cell, count, CellCount::plus));
        patient.clear();
    }
}
