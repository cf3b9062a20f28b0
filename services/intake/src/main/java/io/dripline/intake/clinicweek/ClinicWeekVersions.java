package io.dripline.intake.clinicweek;

import io.dripline.contracts.ContractJson;
import io.dripline.contracts.tally.ClinicWeek;
import io.dripline.intake.clinicweek.Changes.Reached;
import io.dripline.relay.CommittedRows;
import io.dripline.relay.Position;
import io.dripline.relay.RelaySource;
import io.dripline.relay.RelayedRecord;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The versions of clinic-weeks, and how far they follow what was committed. One instance writes. */
@Singleton
class ClinicWeekVersions implements RelaySource {

    private static final String REACHED = "select xid, seq from clinic_week_position where ledger = ?";

    private static final String LATEST = """
            select v.record from unnest(?::text[], ?::text[]) as wanted (clinic, week)
             cross join lateral (select record::text from clinic_week_version v
                                  where v.clinic = wanted.clinic and v.week = wanted.week order by v.version desc limit 1) v
            """;

    private static final String PERFORMED = """
            select wanted.clinic, wanted.date, t.sessions_performed from unnest(?::text[], ?::date[]) as wanted (clinic, date)
             cross join lateral (select sessions_performed from tally t
                                  where t.clinic = wanted.clinic and t.date = wanted.date order by t.seq desc limit 1) t
            """;

    private static final String APPEND = """
            with made as (
                insert into clinic_week_version (clinic, week, version, record)
                select clinic, week, version, record::json
                  from unnest(?::text[], ?::text[], ?::bigint[], ?::text[]) as v (clinic, week, version, record))
            update clinic_week_position p set xid = reached.xid::xid8, seq = reached.seq
              from (values ('session_version', ?::text, ?::bigint), ('tally', ?::text, ?::bigint)) as reached (ledger, xid, seq)
             where p.ledger = reached.ledger
            """;

    private static final String ROWS = "select xid, seq, clinic, week, record::text from clinic_week_version";

    /** Up to where versions of sessions, and tallies, are contained. */
    Reached reached(Connection connection) throws SQLException {
        return new Reached(position(connection, "session_version"), position(connection, "tally"));
    }

    /** The newest version of each of these weeks; one that has none is left out. */
    Map<ClinicDate.Week, ClinicWeek> latest(Connection connection, Collection<ClinicDate.Week> weeks)
            throws SQLException {
        Map<ClinicDate.Week, ClinicWeek> latest = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(LATEST)) {
            query.setArray(1, texts(connection, weeks, ClinicDate.Week::clinic));
            query.setArray(2, texts(connection, weeks, ClinicDate.Week::week));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    byte[] record = row.getString(1).getBytes(StandardCharsets.UTF_8);
                    ClinicWeek week = ContractJson.read(record, ClinicWeek.class);
                    latest.put(new ClinicDate.Week(week.clinic(), week.week()), week);
                }
            }
        }
        return latest;
    }

    /** How many sessions clinics say that they performed on these days, as last stated. */
    Map<ClinicDate, Integer> performed(Connection connection, Collection<ClinicDate> days) throws SQLException {
        Map<ClinicDate, Integer> performed = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(PERFORMED)) {
            query.setArray(1, texts(connection, days, ClinicDate::clinic));
            query.setArray(2, texts(connection, days, ClinicDate::date));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    performed.put(new ClinicDate(row.getString(1), row.getObject(2, LocalDate.class)), row.getInt(3));
                }
            }
        }
        return performed;
    }

    /**
     * Adds versions and moves on to where they reach, by one statement, which is the transaction: either both are
     * there, or the same changes are read again. It has a number, which holds back the relays, for as long only.
     */
    void append(Connection connection, List<ClinicWeek> weeks, Reached reached) throws SQLException {
        try (PreparedStatement append = connection.prepareStatement(APPEND)) {
            append.setArray(1, texts(connection, weeks, ClinicWeek::clinic));
            append.setArray(2, texts(connection, weeks, ClinicWeek::week));
            append.setArray(3, texts(connection, weeks, ClinicWeek::version));
            append.setArray(
                    4, texts(connection, weeks, week -> new String(ContractJson.write(week), StandardCharsets.UTF_8)));
            append.setString(5, Long.toString(reached.sessions().xid()));
            append.setLong(6, reached.sessions().seq());
            append.setString(7, Long.toString(reached.tallies().xid()));
            append.setLong(8, reached.tallies().seq());
            if (append.executeUpdate() != 2) {
                throw new SQLException("clinic_week_position lacks a row: expected session_version and tally");
            }
        }
    }

    @Override
    public String name() {
        return "clinic-weeks";
    }

    @Override
    public String notifyChannel() {
        return "clinic_week_version";
    }

    @Override
    public List<RelayedRecord> read(Connection connection, Position after, int limit) throws SQLException {
        List<RelayedRecord> records = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(ROWS + CommittedRows.AFTER_POSITION)) {
            CommittedRows.bind(query, 1, after, limit);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    String clinic = row.getString("clinic");
                    records.add(new RelayedRecord(
                            CommittedRows.positionOf(row),
                            clinic + "|" + row.getString("week"),
                            clinic,
                            row.getString("record").getBytes(StandardCharsets.UTF_8)));
                }
            }
        }
        return records;
    }

    private static Position position(Connection connection, String ledger) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(REACHED)) {
            query.setString(1, ledger);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("clinic_week_position has no row for " + ledger);
                }
                return CommittedRows.positionOf(row);
            }
        }
    }

    private static <R> Array texts(Connection connection, Collection<R> rows, Function<R, Object> column)
            throws SQLException {
        return connection.createArrayOf(
                "text", rows.stream().map(row -> column.apply(row).toString()).toArray(String[]::new));
    }
}
