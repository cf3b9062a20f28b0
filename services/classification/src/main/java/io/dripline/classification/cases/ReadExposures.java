package io.dripline.classification.cases;

import io.dripline.classification.cases.StoredSessions.Stored;
import io.dripline.contracts.coding.CodedEvent;
import io.dripline.contracts.coding.CodedSession;
import io.dripline.contracts.incidence.Cell;
import io.dripline.contracts.incidence.Measures;
import io.dripline.counting.CountPatient;
import io.dripline.counting.CountedSession;
import io.dripline.counting.Findings;
import io.dripline.privacy.seal.TextPlace;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The exposures behind the counts, by the counting's own rules, and the line that each of them is. */
@Singleton
class ReadExposures {

    private static final long EXACT_IN_JSON = (1L << 53) - 1;

    private final StoredSessions sessions;
    private final Measures measures = Measures.standard();
    private final CountPatient rule = new CountPatient(measures, CountPatient.DEFAULT_COURSE_GAP);

    ReadExposures(StoredSessions sessions) {
        this.sessions = sessions;
    }

    /** One exposure: its sessions by start, and which course of the patient's it is or belongs to. */
    record Exposure(List<CountedSession> sessions, int course) {}

    /**
     * The exposures of these patients, by their first session, in no order.
     *
     * @param stored takes the sessions that were read
     */
    Map<UUID, Exposure> of(Set<String> patients, CaseQuestion question, Map<UUID, Stored> stored) throws SQLException {
        Map<String, List<CountedSession>> byPatient = sessions.ofPatients(patients, question.asOf()).stream()
                .peek(one -> stored.put(one.session().id(), one))
                .map(one -> CountedSession.of(one.session()))
                .collect(Collectors.groupingBy(CountedSession::patient));
        Map<UUID, Exposure> exposures = new HashMap<>();
        byPatient.values().forEach(patient -> {
            List<List<CountedSession>> courses = rule.courses(patient);
            for (int i = 0; i < courses.size(); i++) {
                int course = i + 1;
                List<CountedSession> ofCourse = courses.get(i);
                CountedSession first = ofCourse.getFirst();
                switch (question.unit()) {
                    case SESSION ->
                        ofCourse.forEach(one -> exposures.put(one.id(), new Exposure(List.of(one), course)));
                    case COURSE -> exposures.put(first.id(), new Exposure(ofCourse, course));
                    case FIRST_COURSE -> {
                        if (course == 1 && first.untreatedBefore()) {
                            exposures.put(first.id(), new Exposure(ofCourse, course));
                        }
                    }
                }
            }
        });
        return exposures;
    }

    /** Whether the question is about it, but for its weeks. */
    boolean isAskedFor(Exposure exposure, CaseQuestion question, Map<UUID, Stored> stored) {
        if (!question.cohort().holds(exposure.sessions().getFirst().cell())) {
            return false;
        }
        if (question.measure() == null) {
            return exposure.sessions().stream()
                    .anyMatch(one -> !eventsOf(one, stored).isEmpty());
        }
        Findings findings = findingsOf(exposure);
        return isAffected(findings, question) || question.possible() && findings.awaiting();
    }

    private boolean isAffected(Findings findings, CaseQuestion question) {
        String measure = question.measure() == null ? Measures.ANY : question.measure();
        return findings.measures(measures).contains(measure);
    }

    /**
     * The line of an exposure.
     *
     * @param words what is to be shown of them, by version and event
     * @param salt of the listing
     */
    Case caseOf(
            Exposure exposure,
            CaseQuestion question,
            Map<UUID, Stored> stored,
            Map<TextPlace, Map<UUID, String>> words,
            long salt) {
        CountedSession first = exposure.sessions().getFirst();
        CodedSession session = sessionOf(first, stored).session();
        Cell cell = first.cell();
        Findings findings = findingsOf(exposure);
        return new Case(
                question.unit(),
                exposure.sessions().stream().map(CountedSession::id).toList(),
                numberOf(first.patient(), salt),
                exposure.course(),
                cell.clinic(),
                cell.week().toString(),
                cell.route(),
                cell.formulation(),
                cell.regimen(),
                cell.indication(),
                cell.doseBand(),
                cell.ascertainment(),
                session.attributes().plannedDose(),
                session.attributes().givenDose(),
                isAffected(findings, question),
                findings.awaiting(),
                exposure.sessions().stream()
                        .map(one -> sessionOf(one, stored))
                        .flatMap(one -> one.session().events().stream().map(event -> eventOf(one, event, words)))
                        .toList());
    }

    private static Case.Event eventOf(Stored stored, CodedEvent event, Map<TextPlace, Map<UUID, String>> words) {
        CodedSession session = stored.session();
        return new Case.Event(
                session.id(),
                event.id(),
                words.getOrDefault(new TextPlace(session.id(), session.version()), Map.of())
                        .get(event.id()),
                event.codings(),
                event.awaitingReview(),
                event.severity(),
                event.seriousness(),
                stored.outcomes().get(event.id()));
    }

    private static Findings findingsOf(Exposure exposure) {
        return Findings.union(
                exposure.sessions().stream().map(CountedSession::findings).toList());
    }

    private static List<CodedEvent> eventsOf(CountedSession session, Map<UUID, Stored> stored) {
        return sessionOf(session, stored).session().events();
    }

    private static Stored sessionOf(CountedSession session, Map<UUID, Stored> stored) {
        Stored found = stored.get(session.id());
        if (found == null) {
            throw new IllegalStateException("session %s was read and is gone".formatted(session.id()));
        }
        return found;
    }

    /** The same number for a patient all through a listing, another one in the next. */
    private static long numberOf(String patient, long salt) {
        return ByteBuffer.wrap(PatientOrder.placeOf(patient, salt)).getLong() & EXACT_IN_JSON;
    }
}
