package io.dripline.relay;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The part of a {@link RelaySource}'s query that all sources share. */
public final class CommittedRows {

    /**
     * Goes where {@code where} would stand; takes the three parameters that {@link #bind} sets.
     *
     * <p>A row is read only once every transaction that began writing before its own has ended, so nothing can still
     * appear before a position that was passed. The price: one long writing transaction in the server holds back all.
     */
    public static final String AFTER_POSITION = " where (xid, seq) > (?::text::xid8, ?)"
            + " and xid < pg_snapshot_xmin(pg_current_snapshot()) order by xid, seq limit ?";

    private CommittedRows() {}

    /** Sets the parameters of {@link #AFTER_POSITION}, the first of which has the index {@code first}. */
    public static void bind(PreparedStatement query, int first, Position after, int limit) throws SQLException {
        query.setString(first, Long.toString(after.xid()));
        query.setLong(first + 1, after.seq());
        query.setInt(first + 2, limit);
    }

    /** The position of the current row, from its columns {@code xid} and {@code seq}. */
    public static Position positionOf(ResultSet row) throws SQLException {
        return new Position(Long.parseLong(row.getString("xid")), row.getLong("seq"));
    }
}
