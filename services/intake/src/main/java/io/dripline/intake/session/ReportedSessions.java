package io.dripline.intake.session;

import io.dripline.contracts.ContractJson;
import io.dripline.contracts.session.EventWords;
import io.dripline.contracts.session.ReportedSession;
import io.dripline.contracts.session.SessionStatus;
import io.dripline.contracts.session.WordsKey;
import io.dripline.intake.privacy.FreeText;
import io.dripline.privacy.identifier.MaskIdentifiers;
import io.dripline.relay.CommittedRows;
import io.dripline.relay.Position;
import io.dripline.relay.RelaySource;
import io.dripline.relay.RelayedRecord;
import io.dripline.trace.Traceparent;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The table of session versions as the relay reads it. What is older than a day has no trace: it is published again, by a rebuild, and nobody
 * waits for it.
 */
@Singleton
public class ReportedSessions implements RelaySource {

    private static final String QUERY =
            """
            select xid, seq, session_id, version, status, clinic, patient, content, first_received_at, received_at,
                   (select erased_at from session_erasure e
                    where e.session_id = v.session_id and e.version = v.version) as erased_at,
                   case when received_at > now() - interval '1 day' then traceparent end as traceparent,
            """ + StoredWords.COLUMNS + "from session_version v" + CommittedRows.AFTER_POSITION;

    private final StoredWords storedWords;
    private final FreeText freeText;

    ReportedSessions(StoredWords storedWords, FreeText freeText) {
        this.storedWords = storedWords;
        this.freeText = freeText;
    }

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
                    records.add(record(row));
                }
            }
        }
        return records;
    }

    /** The words masked and sealed, by the key with which they are stored; the key goes beside the record. */
    private RelayedRecord record(ResultSet row) throws SQLException {
        UUID id = row.getObject("session_id", UUID.class);
        int version = row.getInt("version");
        Map<UUID, String> masked = new HashMap<>();
        storedWords.of(row).forEach((event, words) -> masked.put(event, MaskIdentifiers.in(words)));
        String sealed = null;
        Map<String, byte[]> headers = new HashMap<>();
        if (!masked.isEmpty()) {
            byte[] wrapped = row.getBytes("wrapped");
            String words =
                    new String(ContractJson.write(new EventWords(ContractJson.SCHEMA, masked)), StandardCharsets.UTF_8);
            sealed = Base64.getEncoder()
                    .encodeToString(freeText.open(wrapped).seal(words, ReportedSession.wordsPlace(id, version)));
            headers.put(WordsKey.HEADER, new WordsKey(id, version, wrapped).header());
        }
        String traceparent = row.getString("traceparent");
        if (traceparent != null) {
            headers.put(Traceparent.HEADER, Traceparent.bytes(traceparent));
        }
        StoredContent content = StoredContent.read(row.getString("content"));
        ReportedSession session = new ReportedSession(
                ContractJson.SCHEMA,
                id,
                version,
                SessionStatus.valueOf(row.getString("status")),
                row.getString("clinic"),
                row.getString("patient"),
                Objects.requireNonNull(time(row, "first_received_at")),
                Objects.requireNonNull(time(row, "received_at")),
                content.attributes(),
                content.inTheWords(Map.of()),
                sealed,
                time(row, "erased_at"));
        return new RelayedRecord(
                CommittedRows.positionOf(row), id.toString(), session.patient(), ContractJson.write(session), headers);
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
