package io.dripline.classification.recoding;

import io.dripline.classification.coding.CodeEvents;
import io.dripline.classification.ruling.KnownRulings;
import io.dripline.classification.ruling.RuledCoder;
import io.dripline.classification.words.SessionWords;
import io.dripline.coding.WordKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Counts what a ruling would change, by coding sessions as the worker would once it is given. Stores nothing, and holds up nobody. */
@ApplicationScoped
public class PreviewRuling {

    /** A person waits for the answer, so of more sessions than this the first by their ids, which are random, stand for all. */
    public static final int MOST_SESSIONS = 1_000;

    private static final int AT_ONCE = 200;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final DataSource dataSource;
    private final SessionWords sessionWords;
    private final StoredCodings codings;
    private final RecodeSessions recodeSessions;
    private final KnownRulings known;
    private final String vocabulary;

    PreviewRuling(
            DataSource dataSource,
            SessionWords sessionWords,
            StoredCodings codings,
            RecodeSessions recodeSessions,
            KnownRulings known,
            CodeEvents events) {
        this.dataSource = dataSource;
        this.sessionWords = sessionWords;
        this.codings = codings;
        this.recodeSessions = recodeSessions;
        this.known = known;
        this.vocabulary = events.vocabulary();
    }

    /** @param terms that would be ruled; none: the words are no adverse event */
    public RulingPreview of(WordKey key, List<String> terms) throws SQLException {
        known.refresh();
        RuledCoder supposed = known.supposing(key, terms);
        long sessions = sessionsHolding(key);
        List<EventChange> events = new ArrayList<>();
        int looked = 0;
        int changed = 0;
        List<UUID> some = after(BEFORE_ALL, key);
        while (!some.isEmpty() && looked < MOST_SESSIONS) {
            for (StoredCoding before : codings.codingsOf(some)) {
                List<EventChange> moves = EventChange.ofWhatMoves(
                        before.events(),
                        recodeSessions
                                .recode(before, Work.Kind.RULING, supposed)
                                .events());
                events.addAll(moves);
                looked++;
                changed += moves.isEmpty() ? 0 : 1;
            }
            some = after(some.getLast(), key);
        }
        return new RulingPreview(Math.max(sessions, looked), looked, changed, EventChange.sum(events));
    }

    private List<UUID> after(UUID session, WordKey key) throws SQLException {
        return codings.sessionsOf(new Work(0, 0, Work.Kind.RULING, key, session), vocabulary, AT_ONCE);
    }

    private long sessionsHolding(WordKey key) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return sessionWords.sessionsHolding(connection, List.of(key)).getOrDefault(key, 0L);
        }
    }
}
