package io.dripline.intake.tally;

import io.agroal.api.AgroalDataSource;
import io.dripline.intake.request.Dates;
import io.dripline.intake.request.StoreFailures;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How many sessions clinics say that they performed on a day, beside how many they posted. */
@Singleton
class Tallies {

    private static final String STATE = """
            insert into tally (clinic, date, sessions_performed, who, stated_at) values (?, ?, ?, ?, ?)
            """;

    private static final String DAYS = """
            with stated as (
                select distinct on (clinic, date) clinic, date, sessions_performed
                from tally where %1$s date between ? and ?
                order by clinic, date, seq desc),
            posted as (
                select clinic, local_date as date, count(*) as sessions_posted
                from session_version v
                where %1$s local_date between ? and ? and status = 'ACTIVE'
                  and not exists (
                    select from session_version n where n.session_id = v.session_id and n.version > v.version)
                group by clinic, local_date)
            select clinic, date, sessions_performed, coalesce(sessions_posted, 0) as sessions_posted
            from stated full join posted using (clinic, date)
            order by date, clinic
            """;

    static final String DAYS_OF_ONE_CLINIC = DAYS.formatted("clinic = ? and");
    static final String DAYS_OF_EVERY_CLINIC = DAYS.formatted("");

    private final AgroalDataSource dataSource;

    Tallies(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Adds a statement, which holds from now on; those before it are kept. */
    void state(String clinic, LocalDate date, int sessionsPerformed, String who, Instant at) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(STATE)) {
            insert.setString(1, clinic);
            insert.setObject(2, date);
            insert.setInt(3, sessionsPerformed);
            insert.setString(4, who);
            insert.setObject(5, at.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw StoreFailures.failed("A tally could not be written", e);
        }
    }

    /**
     * Every day on which something was stated or posted, by date.
     *
     * @param onlyClinic empty for every clinic's, which are then named
     */
    List<Tally> days(Optional<String> onlyClinic, Dates dates) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        onlyClinic.isPresent() ? DAYS_OF_ONE_CLINIC : DAYS_OF_EVERY_CLINIC)) {
            int parameter = 1;
            for (int part = 0; part < 2; part++) {
                if (onlyClinic.isPresent()) {
                    query.setString(parameter++, onlyClinic.get());
                }
                query.setObject(parameter++, dates.from());
                query.setObject(parameter++, dates.to());
            }
            List<Tally> days = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    days.add(new Tally(
                            onlyClinic.isPresent() ? null : row.getString("clinic"),
                            row.getObject("date", LocalDate.class),
                            row.getObject("sessions_performed", Integer.class),
                            row.getInt("sessions_posted")));
                }
            }
            return days;
        } catch (SQLException e) {
            throw StoreFailures.failed("Tallies could not be read", e);
        }
    }
}
