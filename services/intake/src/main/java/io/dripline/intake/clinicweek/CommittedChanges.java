package io.dripline.intake.clinicweek;

import io.dripline.contracts.session.SessionStatus;
import io.dripline.intake.clinicweek.Changes.Reached;
import io.dripline.relay.CommittedRows;
import io.dripline.relay.Position;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Versions of sessions and tallies in commit order, each exactly once, as what they change. A version takes its session from
 * the day on which the version before had it: an amendment may have moved it, a withdrawal puts it on no other.
 */
@Singleton
class CommittedChanges {

    private static final String SESSIONS = """
            select v.xid, v.seq, v.clinic, v.status, v.local_date, before.local_date as date_before
              from (select xid, seq, session_id, version, clinic, status, local_date from session_version
            """ + CommittedRows.AFTER_POSITION + """
            ) v
              left join session_version before
                on before.session_id = v.session_id and before.version = v.version - 1 and before.status = 'ACTIVE'
             order by v.xid, v.seq
            """;

    private static final String TALLIES = "select xid, seq, clinic, date from tally" + CommittedRows.AFTER_POSITION;

    /** At most {@code limit} rows of each ledger. */
    Changes after(Connection connection, Reached reached, int limit) throws SQLException {
        Map<ClinicDate, Integer> posted = new HashMap<>();
        Set<ClinicDate> tallied = new HashSet<>();
        Position sessions = reached.sessions();
        Position tallies = reached.tallies();
        int versions = 0;
        int stated = 0;
        try (PreparedStatement query = connection.prepareStatement(SESSIONS)) {
            CommittedRows.bind(query, 1, sessions, limit);
            try (ResultSet row = query.executeQuery()) {
                for (; row.next(); versions++) {
                    sessions = CommittedRows.positionOf(row);
                    String clinic = row.getString("clinic");
                    LocalDate before = row.getObject("date_before", LocalDate.class);
                    if (before != null) {
                        posted.merge(new ClinicDate(clinic, before), -1, Integer::sum);
                    }
                    if (SessionStatus.valueOf(row.getString("status")) == SessionStatus.ACTIVE) {
                        LocalDate date = row.getObject("local_date", LocalDate.class);
                        posted.merge(new ClinicDate(clinic, date), 1, Integer::sum);
                    }
                }
            }
        }
        try (PreparedStatement query = connection.prepareStatement(TALLIES)) {
            CommittedRows.bind(query, 1, tallies, limit);
            try (ResultSet row = query.executeQuery()) {
                for (; row.next(); stated++) {
                    tallies = CommittedRows.positionOf(row);
                    tallied.add(new ClinicDate(row.getString("clinic"), row.getObject("date", LocalDate.class)));
                }
            }
        }
        return new Changes(posted, tallied, new Reached(sessions, tallies), versions == limit || stated == limit);
    }
}
