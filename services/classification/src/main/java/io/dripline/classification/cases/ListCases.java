package io.dripline.classification.cases;

import io.dripline.classification.cases.ReadExposures.Exposure;
import io.dripline.classification.cases.StoredSessions.Stored;
import io.dripline.counting.CountedSession;
import io.dripline.privacy.seal.TextPlace;
import jakarta.inject.Singleton;
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

    private final StoredSessions sessions;
    private final ReadExposures readExposures;
    private final SealCursors cursors;

    ListCases(StoredSessions sessions, ReadExposures readExposures, SealCursors cursors) {
        this.sessions = sessions;
        this.readExposures = readExposures;
        this.cursors = cursors;
    }

    /** A case, and where the listing goes on behind it. */
    private record Found(Exposure exposure, CaseCursor at) {}

    /** The time by which codings are stamped. */
    Instant now() throws SQLException {
        return sessions.now();
    }

    static CaseCursor start(CaseQuestion question) {
        return CaseCursor.start(CaseQuestion.FIRST_DATE, question.asOf());
    }

    CasePage page(CaseQuestion question, CaseCursor after, int limit) throws SQLException {
        long until = System.nanoTime() + A_MOMENT.toNanos();
        List<Found> found = new ArrayList<>();
        Map<UUID, Stored> stored = new HashMap<>();
        CaseCursor reached = after;
        boolean isMore = true;
        while (isMore && found.size() <= limit && System.nanoTime() - until < 0) {
            List<Stored> heads =
                    sessions.byStart(question, reached, question.firstDate(), question.lastDate(), AT_ONCE);
            isMore = heads.size() == AT_ONCE;
            Map<UUID, Exposure> exposures = readExposures.of(
                    heads.stream().map(head -> head.session().patient()).collect(Collectors.toSet()), question, stored);
            for (Stored head : heads) {
                reached = reached.behind(head.date(), head.session().id());
                Exposure exposure = exposures.get(head.session().id());
                if (exposure != null && readExposures.isAskedFor(exposure, question, stored)) {
                    found.add(new Found(exposure, reached));
                }
            }
        }
        boolean isFull = found.size() > limit;
        List<Found> shown = isFull ? found.subList(0, limit) : found;
        String next = isFull ? cursors.seal(shown.getLast().at()) : isMore ? cursors.seal(reached) : null;
        return new CasePage(cases(shown, question, stored, after.salt()), next, question.asOf());
    }

    private List<Case> cases(List<Found> found, CaseQuestion question, Map<UUID, Stored> stored, long salt)
            throws SQLException {
        Map<TextPlace, Map<UUID, String>> words = sessions.wordsOf(found.stream()
                .flatMap(one -> one.exposure().sessions().stream())
                .map(CountedSession::id)
                .toList());
        return found.stream()
                .map(one -> readExposures.caseOf(one.exposure(), question, stored, words, salt))
                .toList();
    }
}
