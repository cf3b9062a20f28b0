package io.dripline.local.demo.clinic;

import io.dripline.coding.CodeWords;
import io.dripline.coding.CodedText;
import io.dripline.coding.CodingResult;
import io.dripline.coding.Vocabulary;
import io.dripline.contracts.ContractJson;
import io.dripline.contracts.coding.CodedEvent;
import io.dripline.contracts.coding.CodedSession;
import io.dripline.contracts.incidence.Cell;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.Measures;
import io.dripline.contracts.incidence.Unit;
import io.dripline.contracts.session.SessionStatus;
import io.dripline.counting.CellCount;
import io.dripline.counting.CountPatient;
import io.dripline.counting.CountedSession;
import io.dripline.counting.PatientSessions;
import io.dripline.statistics.Counts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** What the line makes of the demo's reports: coded and counted by the project's own rules, without a service. */
final class CountedLine {

    private static final CodeWords CODER = new CodeWords(Vocabulary.standard());
    private static final Map<String, CodingResult> CODED = new HashMap<>();
    private static final CountPatient COUNT = new CountPatient(Measures.standard(), CountPatient.DEFAULT_COURSE_GAP);
    private static final String EXPOSED = "EXPOSED";

    private record Key(Unit unit, String clinic, IsoWeek week, String measure) {}

    private final Run run;
    private final Map<String, PatientSessions> patients = new HashMap<>();
    private final Map<String, Map<Cell, CellCount>> contributions = new HashMap<>();
    private final Map<Key, Long> counts = new HashMap<>();

    CountedLine(Run run) {
        this.run = run;
    }

    /** Whether the report changed any count of first courses. */
    boolean take(DemoClinic clinic, Report report) {
        String patient = clinic.id() + " " + report.patient();
        PatientSessions sessions = patients.getOrDefault(patient, PatientSessions.NONE)
                .with(CountedSession.of(coded(clinic, patient, report)));
        patients.put(patient, sessions);
        Map<Cell, CellCount> is = COUNT.contributions(sessions.latest());
        Map<Cell, CellCount> was = contributions.getOrDefault(patient, Map.of());
        contributions.put(patient, is);
        is.forEach((cell, count) -> add(cell, count, 1));
        was.forEach((cell, count) -> add(cell, count, -1));
        return !firstCourses(was).equals(firstCourses(is));
    }

    /** Exposures by week of the run, the live week last, and those of them that are affected. */
    List<Counts> weekly(Unit unit, Collection<DemoClinic> clinics, String measure) {
        List<Counts> weekly = new ArrayList<>();
        for (int week = 1; week <= run.weeks() + 1; week++) {
            Counts sum = Counts.ZERO;
            for (DemoClinic clinic : clinics) {
                sum = sum.plus(new Counts(count(unit, clinic, week, EXPOSED), count(unit, clinic, week, measure)));
            }
            weekly.add(sum);
        }
        return weekly;
    }

    private long count(Unit unit, DemoClinic clinic, int week, String measure) {
        return counts.getOrDefault(new Key(unit, clinic.id(), run.calendar(week), measure), 0L);
    }

    private void add(Cell cell, CellCount count, long sign) {
        counts.merge(new Key(cell.unit(), cell.clinic(), cell.week(), EXPOSED), sign * count.exposed(), Long::sum);
        count.measures()
                .forEach((measure, affected) -> counts.merge(
                        new Key(cell.unit(), cell.clinic(), cell.week(), measure),
                        sign * affected.affected(),
                        Long::sum));
    }

    private static Map<Cell, CellCount> firstCourses(Map<Cell, CellCount> contributions) {
        Map<Cell, CellCount> first = new HashMap<>(contributions);
        first.keySet().removeIf(cell -> cell.unit() != Unit.FIRST_COURSE);
        return first;
    }

    private static CodedSession coded(DemoClinic clinic, String patient, Report report) {
        return new CodedSession(
                ContractJson.SCHEMA,
                id(clinic.id() + report.reference()),
                1,
                1,
                SessionStatus.ACTIVE,
                clinic.id(),
                patient,
                Instant.EPOCH,
                Instant.EPOCH,
                report.attributes(),
                report.adverseEvents().stream().map(CountedLine::coded).toList());
    }

    private static CodedEvent coded(StatedEvent event) {
        CodingResult result = CODED.computeIfAbsent(event.verbatim(), CODER::code);
        return new CodedEvent(
                id(event.verbatim()),
                event.severity(),
                List.of(),
                result.events().stream()
                        .map(CodedText::coding)
                        .filter(Objects::nonNull)
                        .toList(),
                result.needsReview());
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
