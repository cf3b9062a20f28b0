package io.dripline.progress;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Committed rows that a relay has not published yet, whichever instance is to publish them. Counted along the index in commit
 * order, and not beyond {@value #MOST}: a rebuild sets the position back before all there is.
 *
 * <p>Gauges, each with the tag {@code relay}: {@code dripline.relay.waiting} rows; {@code dripline.relay.oldest} seconds since the
 * oldest of them was stored; {@code dripline.relay.standing} seconds for which none was published although some wait; {@code
 * dripline.relay.reached} from 0 to 1, the number of the last published row divided by that of the last row. Not a number while
 * the database does not tell.
 */
public final class WaitingRows implements LookRegularly.Look {

    /** Rows that are counted at most; it says so many where more wait. */
    public static final int MOST = 10_000;

    private static final String POSITION = "select xid, seq from relay_position where name = ?";

    private record Seen(double waiting, double oldest, double reached) {

        static final Seen NOTHING = new Seen(Double.NaN, Double.NaN, Double.NaN);
    }

    private record Place(String xid, long seq) {}

    private final DataSource dataSource;
    private final String relay;
    private final String waiting;
    private final String last;
    private final Standing standing;
    private volatile Seen seen = Seen.NOTHING;

    /**
     * @param relay the position's name
     * @param table what is published, with columns xid and seq and an index on them
     * @param storedAt its column that says when a row was stored; null if it has none, and then the oldest is not known
     * @param due what else must hold, in SQL about the table's columns, for a row to be published; null if nothing
     */
    public WaitingRows(
            DataSource dataSource,
            String relay,
            String table,
            @Nullable String storedAt,
            @Nullable String due,
            MeterRegistry metrics,
            Duration patience) {
        this.dataSource = dataSource;
        this.relay = relay;
        this.waiting = """
                select count(*), extract(epoch from clock_timestamp() - min(stored_at))
                  from (select %s as stored_at from %s as waiting
                         where (xid, seq) > (?::text::xid8, ?) and %s order by xid, seq limit %d) as first
                """.formatted(
                        storedAt == null ? "null::timestamptz" : storedAt, table, due == null ? "true" : due, MOST);
        this.last = "select seq from %s order by xid desc, seq desc limit 1".formatted(table);
        this.standing = new Standing(patience);
        gauge(metrics, "waiting", "rows", "Committed rows that are not published yet, 10000 at most", s -> s.waiting);
        gauge(metrics, "oldest", "seconds", "Since the oldest row that is not published yet was stored", s -> s.oldest);
        gauge(metrics, "reached", null, "Number of the last published row, of that of the last row", s -> s.reached);
        Gauge.builder("dripline.relay.standing", standing, s -> s.time().toMillis() / 1000.0)
                .baseUnit("seconds")
                .description("For how long nothing was published although rows wait")
                .tag("relay", relay)
                .register(metrics);
    }

    /** Whether rows have waited for longer than they may without one being published. */
    public boolean areStuck() {
        return standing.isStuck();
    }

    /** How waiting rows are counted; takes the position's xid as text and its seq. */
    String waitingQuery() {
        return waiting;
    }

    @Override
    public void look() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            Place place = position(connection);
            Seen now = waitingAfter(place, connection);
            seen = now;
            standing.seen(place, now.waiting > 0);
        } catch (SQLException | RuntimeException e) {
            seen = Seen.NOTHING;
            standing.unseen();
            throw e;
        }
    }

    /** Before the relay was active for the first time there is none. */
    private Place position(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(POSITION)) {
            query.setString(1, relay);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? new Place(row.getString("xid"), row.getLong("seq")) : new Place("0", 0);
            }
        }
    }

    private Seen waitingAfter(Place place, Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(waiting)) {
            query.setString(1, place.xid());
            query.setLong(2, place.seq());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                long count = row.getLong(1);
                double age = Math.max(0, row.getDouble(2));
                return new Seen(
                        count, row.wasNull() && count > 0 ? Double.NaN : age, reached(place, count, connection));
            }
        }
    }

    private double reached(Place place, long count, Connection connection) throws SQLException {
        if (count == 0) {
            return 1;
        }
        try (PreparedStatement query = connection.prepareStatement(last);
                ResultSet row = query.executeQuery()) {
            return row.next() ? Math.min(1, (double) place.seq() / Math.max(1, row.getLong(1))) : 1;
        }
    }

    private void gauge(
            MeterRegistry metrics, String name, @Nullable String unit, String meaning, ToDoubleFunction<Seen> value) {
        Gauge.builder("dripline.relay." + name, this, me -> value.applyAsDouble(me.seen))
                .baseUnit(unit)
                .description(meaning)
                .tag("relay", relay)
                .register(metrics);
    }
}
