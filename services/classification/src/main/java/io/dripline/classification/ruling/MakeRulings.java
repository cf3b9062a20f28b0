package io.dripline.classification.ruling;

import io.dripline.classification.words.SessionWords;
import io.dripline.coding.HeldWords;
import io.dripline.coding.WordKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import javax.sql.DataSource;

/**
 * Stores decisions one at a time: while one is stored no coding is, so that every session with its words is either stored
 * before and recoded by a worker, or coded by somebody who knows of it. The sessions are counted before, when nobody has
 * to wait for that.
 */
@ApplicationScoped
public class MakeRulings {

    private final DataSource dataSource;
    private final Rulings rulings;
    private final SessionWords sessionWords;

    MakeRulings(DataSource dataSource, Rulings rulings, SessionWords sessionWords) {
        this.dataSource = dataSource;
        this.rulings = rulings;
        this.sessionWords = sessionWords;
    }

    /** A decision about words that somebody else stated. */
    record Imported(HeldWords words, Decision decision) {}

    /**
     * Decides about words that were reported.
     *
     * @param maybeRevised whether the revision that holds may be revised; 0 where there is none
     */
    @Transactional(rollbackOn = SQLException.class)
    public RulingOutcome make(WordKey key, Decision decision, IntPredicate maybeRevised) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            Map<WordKey, Long> sessions = sessionWords.sessionsHolding(connection, List.of(key));
            rulings.begin(connection);
            Optional<Ruling> before = rulings.about(connection, key);
            int revision = before.map(Ruling::revision).orElse(0);
            if (before.isEmpty() && !wasReported(connection, key)) {
                return new RulingOutcome.UnknownWords();
            }
            // the answer was lost, and the request comes again
            if (before.isPresent()
                    && before.get().says(decision)
                    && before.get().who().equals(decision.who())) {
                return new RulingOutcome.Unchanged(before.get());
            }
            if (!maybeRevised.test(revision)) {
                return new RulingOutcome.Stale(revision);
            }
            return before.isPresent() && before.get().says(decision)
                    ? new RulingOutcome.Unchanged(before.get())
                    : new RulingOutcome.Made(append(connection, key, revision + 1, decision, sessions));
        }
    }

    /** Takes over what others decided; a ruling that was made here stays, unless it is to be overwritten. */
    @Transactional(rollbackOn = SQLException.class)
    List<RulingOutcome> take(List<Imported> imported, boolean overwrite) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            Map<WordKey, Long> sessions = sessionWords.sessionsHolding(
                    connection, imported.stream().map(one -> one.words().key()).toList());
            rulings.begin(connection);
            List<RulingOutcome> outcomes = new ArrayList<>();
            for (Imported one : imported) {
                outcomes.add(take(connection, one, overwrite, sessions));
            }
            return outcomes;
        }
    }

    private RulingOutcome take(Connection connection, Imported imported, boolean overwrite, Map<WordKey, Long> sessions)
            throws SQLException {
        WordKey key = imported.words().key();
        Decision decision = imported.decision();
        sessionWords.remember(connection, List.of(imported.words()));
        Optional<Ruling> before = rulings.about(connection, key);
        if (before.isPresent()) {
            Ruling held = before.get();
            if (held.says(decision)) {
                return new RulingOutcome.Unchanged(held);
            }
            boolean isOlder = decision.at() != null && !decision.at().isAfter(held.decidedAt());
            if (!overwrite && (held.origin() == null || isOlder)) {
                return new RulingOutcome.Kept(held);
            }
        }
        int revision = before.map(Ruling::revision).orElse(0) + 1;
        return new RulingOutcome.Made(append(connection, key, revision, decision, sessions));
    }

    private Ruling append(
            Connection connection, WordKey key, int revision, Decision decision, Map<WordKey, Long> sessions)
            throws SQLException {
        rulings.append(connection, key, revision, decision, sessions.getOrDefault(key, 0L));
        return rulings.about(connection, key).orElseThrow();
    }

    private static boolean wasReported(Connection connection, WordKey key) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select exists (select from session_word where key = ?) or exists (select from words where key = ?)""")) {
            query.setBytes(1, key.bytes());
            query.setBytes(2, key.bytes());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
