package io.dripline.ledger;

import io.dripline.ledger.Finding.Kind;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Walks a chain and every row that it seals, side by side and in order, in memory for one page of seals however long it is. Reads
 * one snapshot, changes nothing, and trusts nothing in the database but what the key bears out.
 */
public final class VerifyLedger {

    private static final int PAGE = 2000;
    private static final int HEADS_AT_ONCE = 500;
    private static final int REMEMBERED = 100_000;

    /** What stands before the first seal, which is made by the key of its time. */
    private static final byte[] NOTHING = new byte[0];

    private final List<LedgerKey> keys;
    private final Ledger ledger;
    private final Map<String, SealedTable> tables;
    private final Consumer<Finding> findings;

    private final Map<String, Place> looked = new HashMap<>();
    /** Rows whose own seal was changed: they are reported with it. */
    private final Map<String, Map<Place, Boolean>> ofChangedSeals = new HashMap<>();

    /** Which key seals by now: once a seal is by a newer one, none behind it is by a former. */
    private int keyNow;

    private long found;
    private long sealed;
    private long compared;

    /** Of a chain that one key sealed. */
    public VerifyLedger(LedgerKey key, Ledger ledger, Consumer<Finding> findings) {
        this(List.of(key), ledger, findings);
    }

    /**
     * Of a chain that several keys sealed, one after the other.
     *
     * @param keys oldest first, one at least
     * @param findings is told of each finding as it is made, seals and rows in order, then heads
     */
    public VerifyLedger(List<LedgerKey> keys, Ledger ledger, Consumer<Finding> findings) {
        this.keys = List.copyOf(keys);
        this.ledger = ledger;
        this.tables = ledger.byName();
        this.findings = findings;
    }

    /**
     * Verifies once; an instance is for one verification.
     *
     * @param connection outside a transaction, of a role that may read; it is left so
     * @param heads what was kept of this chain's and others' heads
     */
    public Verified verify(Connection connection, Iterator<Head> heads) throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        try {
            return verifyWithin(connection, heads);
        } finally {
            connection.rollback();
            connection.setReadOnly(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(true);
        }
    }

    /** As {@link #verify}, within a transaction of the caller's, which sees what it has not committed. */
    Verified verifyWithin(Connection connection, Iterator<Head> heads) throws SQLException {
        StableText.begin(connection);
        Link link = new Link(NOTHING, null);
        long position = 0;
        List<Seal> page = StoredSeals.after(connection, Long.MIN_VALUE, PAGE);
        while (!page.isEmpty()) {
            Map<String, TreeMap<Place, Seal>> genuine = new LinkedHashMap<>();
            for (Seal seal : page) {
                if (seal.position() != position + 1) {
                    reportMissing(position + 1, seal.position() - 1);
                    link = Link.UNKNOWN;
                }
                position = seal.position();
                link = follow(link, seal, genuine);
                sealed++;
            }
            for (Map.Entry<String, TreeMap<Place, Seal>> ofTable : genuine.entrySet()) {
                compareRows(connection, table(ofTable.getKey()), ofTable.getValue());
            }
            page = StoredSeals.after(connection, position, PAGE);
        }
        Map<String, Long> unsealed = countUnsealed(connection);
        findWrongCompanions(connection);
        compareHeads(connection, heads);
        return new Verified(sealed, unsealed, compared, found);
    }

    /**
     * What the next seal may follow: the hash before it as stored, and as it should be where that differs. A seal that was changed is
     * reported itself; it says nothing against the next.
     */
    private record Link(byte @Nullable [] stored, byte @Nullable [] expected) {

        static final Link UNKNOWN = new Link(null, null);
    }

    private Link follow(Link link, Seal seal, Map<String, TreeMap<Place, Seal>> genuine) {
        boolean known = tables.containsKey(seal.table());
        byte[] stored = link.stored();
        if (stored == null) {
            // Behind a gap only its row can tell whether it is genuine.
            if (known) {
                genuine.computeIfAbsent(seal.table(), name -> new TreeMap<>()).put(seal.place(), seal);
            }
            return new Link(seal.hash(), null);
        }
        boolean holds = isSealed(seal, stored) || (link.expected() != null && isSealed(seal, link.expected()));
        if (holds && known) {
            genuine.computeIfAbsent(seal.table(), name -> new TreeMap<>()).put(seal.place(), seal);
            return new Link(seal.hash(), null);
        }
        report(Kind.SEAL_CHANGED, seal.position(), seal.table(), seal.rowKey());
        Map<Place, Boolean> remembered = ofChangedSeals.computeIfAbsent(seal.table(), name -> new HashMap<>());
        if (remembered.size() < REMEMBERED) {
            remembered.put(seal.place(), true);
        }
        return new Link(seal.hash(), expectedHash(seal, stored, keys.get(keyNow)));
    }

    /** By the key of now, or by a newer one, which it is from then on. */
    private boolean isSealed(Seal seal, byte[] before) {
        for (int i = keyNow; i < keys.size(); i++) {
            if (MessageDigest.isEqual(expectedHash(seal, before, keys.get(i)), seal.hash())) {
                keyNow = i;
                return true;
            }
        }
        return false;
    }

    private byte[] expectedHash(Seal seal, byte[] before, LedgerKey key) {
        return seal.expectedHash(key, ledger, before == NOTHING ? Seal.genesis(key, ledger) : before);
    }

    private void reportMissing(long first, long last) {
        report(Kind.SEAL_MISSING, first, null, last == first ? null : "and all up to seal " + last);
    }

    /** Every row of a table up to the last of these seals, in order, against its seal. */
    private void compareRows(Connection connection, SealedTable table, TreeMap<Place, Seal> seals) throws SQLException {
        Place from = looked.getOrDefault(table.name(), Place.START);
        Place to = seals.lastKey();
        if (to.compareTo(from) > 0) {
            try (PreparedStatement query = connection.prepareStatement(table.rows() + " and (r.xid, r." + table.seq()
                    + ") <= (?::text::xid8, ?)" + table.inCommitOrder())) {
                query.setFetchSize(PAGE);
                query.setString(1, Long.toUnsignedString(from.xid()));
                query.setLong(2, from.seq());
                query.setString(3, Long.toUnsignedString(to.xid()));
                query.setLong(4, to.seq());
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        StoredRow row = StoredRow.of(rows, table);
                        Seal seal = seals.remove(row.place());
                        if (seal != null) {
                            compare(table, row, seal);
                        } else if (!ofChangedSeals
                                .getOrDefault(table.name(), Map.of())
                                .containsKey(row.place())) {
                            report(Kind.ROW_NEVER_SEALED, 0, table.name(), row.key());
                        }
                    }
                }
            }
            looked.put(table.name(), to);
        }
        seals.values().forEach(seal -> report(Kind.ROW_MISSING, seal.position(), table.name(), seal.rowKey()));
    }

    private void compare(SealedTable table, StoredRow row, Seal seal) {
        // A hash that was sealed holds by one key alone, whichever it is.
        Optional<LedgerKey> by = seal.form() < 1 || seal.form() > table.newestForm()
                ? Optional.empty()
                : keys.stream()
                        .filter(key -> MessageDigest.isEqual(row.hash(key, ledger, table, seal.form()), seal.rowHash()))
                        .findFirst();
        if (by.isEmpty() || !row.key().equals(seal.rowKey())) {
            report(Kind.ROW_CHANGED, seal.position(), table.name(), seal.rowKey());
            return;
        }
        List<byte[]> hashes = row.textHashes(by.get(), ledger, table);
        if (seal.textHash().length != hashes.size() * Seal.HASH_LENGTH) {
            report(Kind.SEAL_CHANGED, seal.position(), table.name(), seal.rowKey());
            return;
        }
        for (int i = 0; i < hashes.size(); i++) {
            byte[] then = Arrays.copyOfRange(seal.textHash(), i * Seal.HASH_LENGTH, (i + 1) * Seal.HASH_LENGTH);
            if (!MessageDigest.isEqual(hashes.get(i), then)) {
                boolean isGone = row.texts().get(i).isEmpty();
                report(
                        isGone ? Kind.TEXT_MISSING : Kind.TEXT_CHANGED,
                        seal.position(),
                        table.texts().get(i).table(),
                        seal.rowKey());
            }
        }
    }

    private Map<String, Long> countUnsealed(Connection connection) throws SQLException {
        Map<String, Long> unsealed = new LinkedHashMap<>();
        for (SealedTable table : ledger.tables()) {
            Place from = looked.getOrDefault(table.name(), Place.START);
            long rowsOfTable = 0;
            try (PreparedStatement query = connection.prepareStatement("""
                    select concat_ws(' ', %s), r.xid >= pg_snapshot_xmax(pg_current_snapshot())
                           and r.xid <> coalesce(pg_current_xact_id_if_assigned(), '0'), r.xid::text, r.%s
                      from %s r where (r.xid, r.%s) > (?::text::xid8, ?) and (%s)""".formatted(
                            String.join(
                                    ", ",
                                    table.key().stream()
                                            .map(column -> "r." + column + "::text")
                                            .toList()),
                            table.seq(),
                            table.name(),
                            table.seq(),
                            table.only()))) {
                query.setFetchSize(PAGE);
                query.setString(1, Long.toUnsignedString(from.xid()));
                query.setLong(2, from.seq());
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        Place place = new Place(Long.parseUnsignedLong(rows.getString(3)), rows.getLong(4));
                        if (ofChangedSeals.getOrDefault(table.name(), Map.of()).containsKey(place)) {
                            continue;
                        }
                        if (rows.getBoolean(2)) {
                            report(Kind.ROW_OF_NO_TRANSACTION, 0, table.name(), rows.getString(1));
                        } else {
                            rowsOfTable++;
                        }
                    }
                }
            }
            if (rowsOfTable > 0) {
                unsealed.put(table.name(), rowsOfTable);
            }
        }
        return unsealed;
    }

    /** Not of sealed rows alone: what is still to be sealed was written with them. */
    private void findWrongCompanions(Connection connection) throws SQLException {
        for (Ledger.Companion companion : ledger.companions()) {
            try (PreparedStatement query = connection.prepareStatement(companion.wrong())) {
                query.setFetchSize(PAGE);
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        report(companion.kind(), 0, companion.table(), rows.getString(1));
                    }
                }
            }
        }
    }

    private void compareHeads(Connection connection, Iterator<Head> heads) throws SQLException {
        long end = StoredSeals.last(connection).map(Seal::position).orElse(0L);
        Map<Long, Head> some = new LinkedHashMap<>();
        Optional<Head> furthest = Optional.empty();
        while (heads.hasNext()) {
            Head head = heads.next();
            if (!head.ledger().equals(ledger.name())) {
                continue;
            }
            compared++;
            if (keys.stream().noneMatch(head::isGenuine)) {
                report(Kind.HEAD_NOT_GENUINE, head.position(), null, head.row());
            } else if (head.position() > end) {
                if (furthest.isEmpty() || furthest.get().position() < head.position()) {
                    furthest = Optional.of(head);
                }
            } else {
                Head same = some.put(head.position(), head);
                if (same != null && !same.hash().equals(head.hash())) {
                    report(Kind.HEAD_DIFFERS, head.position(), null, head.row());
                }
                if (some.size() >= HEADS_AT_ONCE) {
                    compareWithSeals(connection, some);
                }
            }
        }
        compareWithSeals(connection, some);
        furthest.ifPresent(head -> report(Kind.TAIL_MISSING, head.position(), null, head.row()));
    }

    private void compareWithSeals(Connection connection, Map<Long, Head> heads) throws SQLException {
        for (Seal seal : StoredSeals.at(connection, List.copyOf(heads.keySet()))) {
            Head head = heads.get(seal.position());
            if (head != null && !Head.of(keys.getFirst(), ledger, seal).hash().equals(head.hash())) {
                report(Kind.HEAD_DIFFERS, head.position(), null, head.row());
            }
        }
        heads.clear();
    }

    private SealedTable table(String name) {
        SealedTable table = tables.get(name);
        if (table == null) {
            throw new IllegalArgumentException("nothing is known of a sealed table " + name);
        }
        return table;
    }

    private void report(Kind kind, long position, @Nullable String table, @Nullable String row) {
        found++;
        findings.accept(new Finding(kind, ledger.name(), position, table, row));
    }
}
