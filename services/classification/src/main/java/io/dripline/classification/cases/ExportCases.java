package io.dripline.classification.cases;

import io.dripline.classification.cases.ReadExposures.Exposure;
import io.dripline.classification.cases.StoredSessions.Stored;
import io.dripline.contracts.coding.CodedSession;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The lines of {@link ListCases} as they may leave: patient by patient in an order that is drawn for each export, so that neither the
 * order of lines nor where a page ends tells when anything was. Words are not read. A page reads patients for no longer than a
 * moment, and may be short.
 */
@Singleton
class ExportCases {

    private static final int AT_ONCE = 500;
    /** To find the next ones in their order takes a look at all. */
    private static final int AHEAD = 40 * AT_ONCE;

    private static final Duration A_MOMENT = Duration.ofSeconds(3);
    private static final HexFormat HEX = HexFormat.of();

    private final StoredSessions sessions;
    private final ReadExposures readExposures;
    private final SealCursors cursors;

    ExportCases(StoredSessions sessions, ReadExposures readExposures, SealCursors cursors) {
        this.sessions = sessions;
        this.readExposures = readExposures;
        this.cursors = cursors;
    }

    DeidentifiedPage page(CaseQuestion question, ExportCursor after, int limit) throws SQLException {
        long until = System.nanoTime() + A_MOMENT.toNanos();
        List<DeidentifiedCase> lines = new ArrayList<>();
        ExportCursor reached = after;
        List<String> ahead = sessions.patientsFrom(reached.bytes(), reached.salt(), AHEAD);
        int looked = 0;
        while (looked < ahead.size() && System.nanoTime() - until < 0) {
            List<String> patients = ahead.subList(looked, Math.min(looked + AT_ONCE, ahead.size()));
            looked += patients.size();
            Map<UUID, Stored> stored = new HashMap<>();
            Map<String, List<Exposure>> exposures = exposuresOf(Set.copyOf(patients), question, stored, after.salt());
            for (String patient : patients) {
                List<Exposure> all = exposures.getOrDefault(patient, List.of());
                int given = reached.givenOf(patient);
                for (Exposure exposure : all.subList(Math.min(given, all.size()), all.size())) {
                    if (lines.size() == limit) {
                        return new DeidentifiedPage(lines, cursors.seal(reached.behind(patient, given), question));
                    }
                    lines.add(DeidentifiedCase.of(
                            readExposures.caseOf(exposure, question, stored, Map.of(), after.salt())));
                    given++;
                }
                reached = reached.behind(patient, given);
            }
        }
        boolean isMore = looked < ahead.size() || ahead.size() == AHEAD;
        return new DeidentifiedPage(lines, isMore ? cursors.seal(reached, question) : null);
    }

    /** What is asked for of each patient, by course; within a course the order tells nothing either. */
    private Map<String, List<Exposure>> exposuresOf(
            Set<String> patients, CaseQuestion question, Map<UUID, Stored> stored, long salt) throws SQLException {
        return readExposures.of(patients, question, stored).values().stream()
                .filter(exposure -> isWithin(question, firstOf(exposure, stored).date()))
                .filter(exposure -> readExposures.isAskedFor(exposure, question, stored))
                .sorted(Comparator.comparingInt(Exposure::course)
                        .thenComparing(exposure -> HEX.formatHex(
                                PatientOrder.placeOf(idOf(exposure).toString(), salt))))
                .collect(Collectors.groupingBy(
                        exposure -> patientOf(firstOf(exposure, stored).session())));
    }

    private static boolean isWithin(CaseQuestion question, String date) {
        return question.firstDate().compareTo(date) <= 0 && date.compareTo(question.lastDate()) <= 0;
    }

    private static UUID idOf(Exposure exposure) {
        return exposure.sessions().getFirst().id();
    }

    private static String patientOf(CodedSession session) {
        return session.patient();
    }

    private static Stored firstOf(Exposure exposure, Map<UUID, Stored> stored) {
        Stored first = stored.get(idOf(exposure));
        if (first == null) {
            throw new IllegalStateException("session %s was read and is gone".formatted(idOf(exposure)));
        }
        return first;
    }
}
