package io.dripline.counting;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.contracts.coding.CodedSession;
import io.dripline.contracts.incidence.Cell;
import io.dripline.contracts.incidence.Measures;
import io.dripline.contracts.incidence.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

class CountingPropertiesTest {

    private static final Measures MEASURES = Measures.standard();
    private static final CountPatient COUNT = new CountPatient(MEASURES, CountPatient.DEFAULT_COURSE_GAP);
    private static final Recount RECOUNT = new Recount(MEASURES, CountPatient.DEFAULT_COURSE_GAP);

    @Provide
    Arbitrary<List<CodedSession>> arrivals() {
        return Histories.ofPatients();
    }

    @Provide
    Arbitrary<List<CodedSession>> arrivalsOfOne() {
        return Histories.ofOnePatient();
    }

    /** The invariant of the whole project, after every single arrival. */
    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void deltasAppliedInAnyOrderAndInterleavingEqualTheRecount(@ForAll("arrivals") List<CodedSession> arrivals) {
        Map<String, PatientSessions> patients = new HashMap<>();
        Map<Cell, CellCount> total = new HashMap<>();
        List<CodedSession> seen = new ArrayList<>();
        for (CodedSession arrival : arrivals) {
            PatientSessions before = patients.getOrDefault(arrival.patient(), PatientSessions.NONE);
            PatientSessions after = before.with(CountedSession.of(arrival));
            Map<Cell, CellDelta> changes = COUNT.changes(before.latest(), after.latest());
            assertThat(changes)
                    .isEqualTo(CellDelta.between(
                            COUNT.contributions(before.latest()), COUNT.contributions(after.latest())));
            Cells.apply(changes, total);
            patients.put(arrival.patient(), after);
            seen.add(arrival);

            assertThat(Cells.written(total)).isEqualTo(RECOUNT.of(seen));
        }
        Statistics.label("a first course was replaced")
                .collect(total.values().stream().anyMatch(count -> count.replaced() > 0))
                .coverage(coverage -> coverage.check(true).percentage(share -> share > 5));
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void theOrderOfSessionsAndTheirDuplicatesDoNotMatter(@ForAll("arrivalsOfOne") List<CodedSession> arrivals) {
        var forwards =
                PatientSessions.of(arrivals.stream().map(CountedSession::of).toList());
        var backwards = PatientSessions.of(
                arrivals.reversed().stream().map(CountedSession::of).toList());

        assertThat(backwards).isEqualTo(forwards);
        assertThat(COUNT.contributions(new ArrayList<>(backwards.latest())))
                .isEqualTo(COUNT.contributions(forwards.latest()));
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void withinAUnitEveryExposureFallsIntoExactlyOneCell(@ForAll("arrivalsOfOne") List<CodedSession> arrivals) {
        var sessions =
                PatientSessions.of(arrivals.stream().map(CountedSession::of).toList());
        Map<Cell, CellCount> cells = COUNT.contributions(sessions.latest());

        long active = sessions.latest().stream().filter(CountedSession::active).count();
        assertThat(exposed(cells, Unit.SESSION)).isEqualTo(active);
        assertThat(exposed(cells, Unit.COURSE)).isBetween(Math.min(1, active), active);
        assertThat(exposed(cells, Unit.FIRST_COURSE)).isBetween(0L, Math.min(1, active));
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void countsAddUpAndTakeAway(
            @ForAll("arrivalsOfOne") List<CodedSession> some, @ForAll("arrivalsOfOne") List<CodedSession> others) {
        CellCount first = sum(some);
        CellCount second = sum(others);

        CellCount both = first.plus(second);

        assertThat(both).isEqualTo(second.plus(first));
        assertThat(CellDelta.between(both, first).applyTo(both)).isEqualTo(first);
        assertThat(CellDelta.between(first, second).applyTo(first)).isEqualTo(second);
    }

    private static long exposed(Map<Cell, CellCount> cells, Unit unit) {
        return cells.entrySet().stream()
                .filter(entry -> entry.getKey().unit() == unit)
                .mapToLong(entry -> entry.getValue().exposed())
                .sum();
    }

    private static CellCount sum(List<CodedSession> arrivals) {
        var sessions =
                PatientSessions.of(arrivals.stream().map(CountedSession::of).toList());
        return COUNT.contributions(sessions.latest()).values().stream().reduce(CellCount.ZERO, CellCount::plus);
    }
}
