package io.dripline.relay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.jdbc.PgConnection;

/**
 * The one connection on which an instance holds the lock, listens, reads and stores the position. Whoever lost the
 * lock has lost the connection, and so can no longer store a position over that of its successor.
 */
final class RelaySession implements AutoCloseable {

    private String mark = "";
    private final Connection connection;
    private final RelaySource source;

    RelaySession(DataSource dataSource, RelaySource source) throws SQLException {
        this.connection = dataSource.getConnection();
        this.source = source;
    }

    /** Takes the lock if no other instance has it. */
    boolean becomeActive() throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(
                "select pg_try_advisory_lock(hashtextextended('dripline.relay.' || ?, 0))")) {
            lock.setString(1, source.name());
            try (ResultSet answer = lock.executeQuery()) {
                answer.next();
                if (!answer.getBoolean(1)) {
                    return false;
                }
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + statement.enquoteIdentifier(source.notifyChannel(), true));
            // A position that a crash forgets costs repeats, not losses; waiting for the disk costs every batch.
            statement.execute("set synchronous_commit to off");
        }
        try (PreparedStatement create = connection.prepareStatement(
                "insert into relay_position (name, xid, seq) values (?, '0', 0) on conflict (name) do nothing")) {
            create.setString(1, source.name());
            create.executeUpdate();
        }
        return true;
    }

    /** The position as it stands, which others may have set back. */
    Position storedPosition() throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select xid, seq, xmin::text as mark from relay_position where name = ?")) {
            query.setString(1, source.name());
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("relay_position has no row named " + source.name());
                }
                mark = row.getString("mark");
                return CommittedRows.positionOf(row);
            }
        }
    }

    List<RelayedRecord> read(Position after, int limit) throws SQLException {
        return source.read(connection, after, limit);
    }

    /**
     * Moves the position on from where {@link #storedPosition} has last found it; false, and nothing is changed, if anybody has written it
     * since. Set back to where it stood already it is another row version all the same: what was sent before may lie in a broker
     * that is gone.
     */
    boolean move(Position to) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                update relay_position set xid = ?::text::xid8, seq = ?, moved_at = now()
                 where name = ? and xmin = ?::text::xid
                """)) {
            update.setString(1, Long.toString(to.xid()));
            update.setLong(2, to.seq());
            update.setString(3, source.name());
            update.setString(4, mark);
            return update.executeUpdate() == 1;
        }
    }

    /** Waits for a writer's notification, at most for {@code longest}. */
    boolean notifiedWithin(Duration longest) throws SQLException {
        int millis = Math.max(1, Math.toIntExact(longest.toMillis()));
        return connection.unwrap(PGConnection.class).getNotifications(millis).length > 0;
    }

    /**
     * Gives up the lock and listening, and the connection back to its pool, which would keep both. Not {@link
     * Connection#abort}: Agroal's takes the connection out of the pool and leaves the server's session alone, so the
     * lock would be held by nobody for as long as the process runs.
     */
    @Override
    public void close() throws SQLException {
        try (connection;
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_unlock_all(); unlisten *; reset synchronous_commit");
        }
    }

    /** Ends the server's session from another thread, whatever it waits for; the lock ends with it. */
    void abort() throws SQLException {
        connection.unwrap(PgConnection.class).abort(Runnable::run);
    }
}
