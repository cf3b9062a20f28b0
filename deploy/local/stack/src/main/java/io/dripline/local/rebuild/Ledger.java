package io.dripline.local.rebuild;

import io.dripline.local.recount.Database;
import io.dripline.local.stack.Part;
import io.dripline.local.stack.StackConfig;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

/** An append-only table, and how far its relay has published it. */
final class Ledger implements AutoCloseable {

    private final Connection connection;
    private final String table;
    private final String relay;
    private final String published;

    /**
     * A place in the commit order of the table.
     *
     * @param xid the writing transaction, as text
     */
    record Place(String xid, long seq) {}

    private Ledger(Database database, String table, String relay, String published) throws SQLException {
        this.connection = DriverManager.getConnection(database.url(), database.user(), database.password());
        this.table = table;
        this.relay = relay;
        this.published = published;
    }

    /** What clinics stated. */
    static Ledger ofReportedSessions(StackConfig config) throws SQLException {
        return new Ledger(Database.of(config, Part.INTAKE), "session_version", "sessions-reported", "true");
    }

    /** How that was coded. Its relay leaves out what comes after something newer of the same session. */
    static Ledger ofCodedSessions(StackConfig config) throws SQLException {
        return new Ledger(Database.of(config, Part.CLASSIFICATION), "coded_session", "coded_session", """
                not exists (
                    select from coded_session newer
                     where newer.session_id = entry.session_id
                       and (newer.version, newer.coding_revision) > (entry.version, entry.coding_revision)
                       and (newer.xid, newer.seq) < (entry.xid, entry.seq))
                """);
    }

    /** What clinics performed and posted, week by week. */
    static Ledger ofClinicWeeks(StackConfig config) throws SQLException {
        return new Ledger(Database.of(config, Part.INTAKE), "clinic_week_version", "clinic-weeks", "true");
    }

    /** Every version of every alert. */
    static Ledger ofAlerts(StackConfig config) throws SQLException {
        return new Ledger(Database.of(config, Part.REPORTING), "alert_version", "alerts", "true");
    }

    long size() throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /**
     * The last row that is committed; empty if there is none. All that is committed now stands there or before. By the transaction's
     * number: bare {@code xid} in the order would be the text that is selected under that name, of which 999 comes after 1000.
     */
    Optional<Place> end() throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select entry.xid::text, entry.seq from " + table
                        + " entry order by entry.xid desc, entry.seq desc limit 1")) {
            return rows.next() ? Optional.of(new Place(rows.getString(1), rows.getLong(2))) : Optional.empty();
        }
    }

    /** Whether nothing up to a place is left to be published since the position was last set back. */
    boolean isPublishedTo(Place end) throws SQLException {
        try (var question = connection.prepareStatement("""
                select not exists (select from %s entry
                                    where (xid, seq) > (reached.xid, reached.seq)
                                      and (xid, seq) <= (?::text::xid8, ?) and %s)
                  from relay_position reached where name = ?
                """.formatted(table, published))) {
            question.setString(1, end.xid());
            question.setLong(2, end.seq());
            question.setString(3, relay);
            try (var rows = question.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    /** Sets the relay's position back to the beginning; a relay that runs notices by itself. */
    void publishAgain() throws SQLException {
        try (var update = connection.prepareStatement(
                "update relay_position set xid = '0', seq = 0, moved_at = now() where name = ?")) {
            update.setString(1, relay);
            update.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
