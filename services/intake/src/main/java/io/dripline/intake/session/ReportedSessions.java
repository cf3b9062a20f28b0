package io.dripline.intake.session;

import io.dripline.contracts.ContractJson;
import io.dripline.contracts.session.ReportedSession;
import io.dripline.contracts.session.SessionStatus;
import io.dripline.relay.CommittedRows;
import io.dripline.relay.Position;
import io.dripline.relay.RelaySource;
import io.dripline.relay.RelayedRecord;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The table of session versions as the relay reads it. */
@Singleton
public class ReportedSessions implements RelaySource {

    private static final String QUERY =
            """
            select xid, seq, session_id, version, status, clinic, patient, content, first_received_at, received_at,
            """ + StoredWords.COLUMN + "from session_version v" + CommittedRows.AFTER_POSITION;

    @Override
    public String name() {
        return "sessions-reported";
    }

    @Override
    public String notifyChannel() {
        return "session_version";
    }

    @Override
    public List<RelayedRecord> read(Connection connection, Position after, int limit) throws SQLException {
        List<RelayedRecord> records = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(QUERY)) {
            CommittedRows.bind(query, 1, after, limit);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    ReportedSession session = session(row);
                    records.add(new RelayedRecord(
                            CommittedRows.positionOf(row),
                            session.id().toString(),
                            session.patient(),
                            ContractJson.write(session)));
                }
            }
        }
        return records;
    }

    private static ReportedSession session(ResultSet row) throws SQLException {
        StoredContent content = StoredContent.read(row.getString("content"));
        return new ReportedSession(
                ContractJson.SCHEMA,
                row.getObject("session_id", UUID.class),
                row.getInt("version"),
                SessionStatus.valueOf(row.getString("status")),
                row.getString("clinic"),
                row.getString("patient"),
                time(row, "first_received_at"),
                time(row, "received_at"),
                content.attributes(),
                content.inTheWords(StoredWords.of(row)));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
