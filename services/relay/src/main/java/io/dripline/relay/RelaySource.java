package io.dripline.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The table that a relay publishes. It needs the columns {@code xid xid8 not null default pg_current_xact_id()} and
 * {@code seq bigint generated always as identity}, an index on {@code (xid, seq)}, and its rows are never changed.
 */
public interface RelaySource {

    /** Names the position and the lock; unique within a database, never changed afterwards. */
    String name();

    /**
     * The channel on which {@link Relay#ring} (or a writer's own {@code pg_notify}) wakes the relay: a plain identifier
     * in lower case.
     */
    String notifyChannel();

    /**
     * The next rows in the order of {@link CommittedRows}, none left out, at most {@code limit}. Whatever it throws is
     * tried again: a row that cannot be turned into a record stops the relay, because going on would lose it.
     */
    List<RelayedRecord> read(Connection connection, Position after, int limit) throws SQLException;
}
