package io.dripline.ledger;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Seals rows that were committed, in commit order of each table, behind the transactions that wrote them: a row is sealed once
 * every transaction that began writing before its own has ended, so nothing can still appear before a place that was passed.
 *
 * <p>On one connection that holds the lock of its database's chain; not for several threads.
 */
public final class SealRows {

    private final LedgerKey key;
    private final Ledger ledger;
    private final Connection connection;
    private final Clock clock;
    private final Map<String, Place> reached = new HashMap<>();
    private @Nullable Seal last;
    private boolean known;

    /** @param connection outside a transaction; it is left so */
    public SealRows(LedgerKey key, Ledger ledger, Connection connection, Clock clock) {
        this.key = key;
        this.ledger = ledger;
        this.connection = connection;
        this.clock = clock;
    }

    /**
     * Seals what waits, at most {@code limit} rows of each table, and commits.
     *
     * @return how many rows were sealed
     * @throws ChainCutException if the chain does not end where this left it: somebody else wrote to it, or cut it off
     */
    public int seal(int limit) throws SQLException {
        connection.setAutoCommit(false);
        try {
            StableText.begin(connection);
            Optional<Seal> end = StoredSeals.last(connection);
            if (known && !sameEnd(end.orElse(null), last)) {
                throw new ChainCutException("the chain of %s ends at %s, but was sealed up to %s"
                        .formatted(ledger.name(), position(end.orElse(null)), position(last)));
            }
            List<Seal> seals = new ArrayList<>();
            Map<String, Place> then = new HashMap<>();
            for (SealedTable table : ledger.tables()) {
                sealRowsOf(table, limit, end.orElse(null), seals, then);
            }
            if (!seals.isEmpty()) {
                StoredSeals.append(connection, seals);
            }
            connection.commit();
            reached.putAll(then);
            last = seals.isEmpty() ? end.orElse(null) : seals.getLast();
            known = true;
            return seals.size();
        } catch (SQLException | RuntimeException e) {
            known = known && !(e instanceof SQLException);
            try {
                connection.rollback();
            } catch (SQLException notRolledBack) {
                e.addSuppressed(notRolledBack);
            }
            throw e;
        } finally {
            if (!connection.isClosed()) {
                connection.setAutoCommit(true);
            }
        }
    }

    /**
     * Compares the chain with a head of it that was kept.
     *
     * @throws ChainCutException if the head's seal is not there, or another
     */
    public void requireThatItHolds(Head kept) throws SQLException {
        List<Seal> there = StoredSeals.at(connection, List.of(kept.position()));
        if (there.isEmpty()) {
            throw new ChainCutException("the chain of %s ends at %s, but a head of %s was kept"
                    .formatted(
                            ledger.name(), position(StoredSeals.last(connection).orElse(null)), kept.position()));
        }
        if (!HexFormat.of().formatHex(there.getFirst().hash()).equals(kept.hash())) {
            throw new ChainCutException("seal %d of the chain of %s is another than the one of which a head was kept"
                    .formatted(kept.position(), ledger.name()));
        }
    }

    /**
     * Compares the last seal with the keys of whoever goes on: one of a later key must not be followed by one of a former, which none
     * would take for genuine.
     *
     * @param keys oldest first, one at least
     * @throws IllegalStateException if none of them made it
     */
    public void requireAKeyOfItsEnd(List<LedgerKey> keys) throws SQLException {
        Optional<Seal> end = StoredSeals.last(connection);
        if (end.isEmpty()) {
            return;
        }
        Seal seal = end.get();
        List<Seal> before = StoredSeals.at(connection, List.of(seal.position() - 1));
        if (before.isEmpty() && seal.position() > 1) {
            return; // only verifying can tell what a seal behind a gap is
        }
        if (keys.stream()
                .noneMatch(one -> MessageDigest.isEqual(
                        seal.hash(),
                        seal.expectedHash(
                                one,
                                ledger,
                                before.isEmpty()
                                        ? Seal.genesis(one, ledger)
                                        : before.getFirst().hash())))) {
            throw new IllegalStateException(
                    "seal %d of the chain of %s, its last, fits none of this service's keys: expected every key that ever sealed, in dripline.ledger.key and dripline.ledger.later-keys"
                            .formatted(seal.position(), ledger.name()));
        }
    }

    /** The end of the chain as this left it; empty while nothing is sealed. */
    public Optional<Head> head() {
        Seal end = last;
        return end == null ? Optional.empty() : Optional.of(Head.of(key, ledger, end));
    }

    private void sealRowsOf(SealedTable table, int limit, @Nullable Seal end, List<Seal> seals, Map<String, Place> then)
            throws SQLException {
        Place after = reached.get(table.name());
        if (after == null) {
            after = StoredSeals.reached(connection, table);
        }
        try (PreparedStatement query = connection.prepareStatement(table.rows()
                + " and r.xid < pg_snapshot_xmin(pg_current_snapshot())" + table.inCommitOrder() + " limit ?")) {
            query.setString(1, Long.toUnsignedString(after.xid()));
            query.setLong(2, after.seq());
            query.setInt(3, limit);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    StoredRow row = StoredRow.of(rows, table);
                    Seal before = seals.isEmpty() ? end : seals.getLast();
                    seals.add(Seal.next(
                            key,
                            ledger,
                            table,
                            row,
                            before == null ? 1 : before.position() + 1,
                            microseconds(clock.instant()),
                            before == null ? Seal.genesis(key, ledger) : before.hash()));
                    then.put(table.name(), row.place());
                }
            }
        }
    }

    private static boolean sameEnd(@Nullable Seal one, @Nullable Seal other) {
        if (one == null || other == null) {
            return one == other;
        }
        return one.position() == other.position() && MessageDigest.isEqual(one.hash(), other.hash());
    }

    private static long position(@Nullable Seal seal) {
        return seal == null ? 0 : seal.position();
    }

    private static long microseconds(Instant instant) {
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1000;
    }
}
