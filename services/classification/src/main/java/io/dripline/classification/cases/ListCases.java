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
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Lists what incidence counted, exposure by exposure, by the counting's own rules. Reads a bounded number of sessions at a
 * time, and no longer than a moment: a page may be short, and says where it stopped.
 */
@Singleton
class ListCases {

    private static final int AT_ONCE = 500;
    private static final Duration A_MOMENT = Duration.ofSeconds(3);
    private static final String FIRST_DATE = "0001-01-01";
    private static final String LAST_DATE = "9999-12-31";
    private static final long EXACT_IN_JSON = (1L << 53) - 1;

    private final StoredSessions sessions;
    private final SealCursors cursors;
    private final Measures measures = Measures.standard();
    private final CountPatient rule = new CountPatient(measures, CountPatient.DEFAULT_COURSE_GAP);

    ListCases(StoredSessions sessions, SealCursors cursors) {
        this.sessions = sessions;
        this.cursors = cursors;
    }

    /** One exposure: its sessions by start, and which course of the patient's it is or belongs to. */
    private record Exposure(List<CountedSession> sessions, int course) {}

    /** A case, and where the listing goes on behind it. */
    private record Found(Exposure exposure, CaseCursor at) {}

    /** The time by which codings are stamped. */
    Instant now() throws SQLException {
        return sessions.now();
    }

    static CaseCursor start(CaseQuestion question) {
        return CaseCursor.start(FIRST_DATE, question.asOf());
    }

    CasePage page(CaseQuestion question, CaseCursor after, int limit) throws SQLException {
        String first =
                question.from() == null ? FIRST_DATE : question.from().monday().toString();
        String last = question.to() == null
                ? LAST_DATE
                : question.to().monday().plusDays(6).toString();
        long until = System.nanoTime() + A_MOMENT.toNanos();
        List<Found> found = new ArrayList<>();
        Map<UUID, Stored> stored = new HashMap<>();
        CaseCursor reached = after;
        boolean isMore = true;
        while (isMore && found.size() <= limit && System.nanoTime() - until < 0) {
            List<Stored> heads = sessions.byStart(question, reached, first, last, AT_ONCE);
            isMore = heads.size() == AT_ONCE;
            Map<UUID, Exposure> exposures = exposuresOf(heads, question, stored);
            for (Stored head : heads) {
                reached = reached.behind(dateOf(head.session()), head.session().id());
                Exposure exposure = exposures.get(head.session().id());
                if (exposure != null && isAskedFor(exposure, question, stored)) {
                    found.add(new Found(exposure, reached));
                }
            }
        }
        boolean isFull = found.size() > limit;
        List<Found> shown = isFull ? found.subList(0, limit) : found;
        String next = isFull ? cursors.seal(shown.getLast().at()) : isMore ? cursors.seal(reached) : null;
        return new CasePage(cases(shown, question, stored, after.salt()), next, question.asOf());
    }

    /** The exposures that begin with these sessions, by their first session. */
    private Map<UUID, Exposure> exposuresOf(List<Stored> heads, CaseQuestion question, Map<UUID, Stored> stored)
            throws SQLException {
        Map<String, List<CountedSession>> byPatient = sessions
                .ofPatients(
                        heads.stream().map(head -> head.session().patient()).collect(Collectors.toSet()),
                        question.asOf())
                .stream()
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

    private boolean isAskedFor(Exposure exposure, CaseQuestion question, Map<UUID, Stored> stored) {
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

    private List<Case> cases(List<Found> found, CaseQuestion question, Map<UUID, Stored> stored, long salt)
            throws SQLException {
        Map<TextPlace, Map<UUID, String>> words = sessions.wordsOf(found.stream()
                .flatMap(one -> one.exposure().sessions().stream())
                .map(CountedSession::id)
                .toList());
        return found.stream()
                .map(one -> caseOf(one.exposure(), question, stored, words, salt))
                .toList();
    }

    private Case caseOf(
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

    private static String dateOf(CodedSession session) {
        return session.attributes().startedAt().toLocalDate().toString();
    }

    /** The same number for a patient all through a listing, another one in the next. */
    private static long numberOf(String pseudonym, long salt) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(ByteBuffer.allocate(Long.BYTES).putLong(salt).array());
            return ByteBuffer.wrap(sha256.digest(pseudonym.getBytes(StandardCharsets.UTF_8)))
                            .getLong()
                    & EXACT_IN_JSON;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
