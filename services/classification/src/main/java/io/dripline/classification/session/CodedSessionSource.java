package io.dripline.classification.session;

import io.dripline.contracts.ContractJson;
import io.dripline.contracts.coding.CodedSession;
import io.dripline.relay.CommittedRows;
import io.dripline.relay.Position;
import io.dripline.relay.RelaySource;
import io.dripline.relay.RelayedRecord;
import io.dripline.trace.Traceparent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The coded sessions in commit order.
 *
 * <p>A coding that comes after a newer one of its session is left out: the topic is compacted, and as its key's last
 * record the older state would outlive the newer.
 *
 * <p>What is of a report older than a day has no trace, as intake's.
 */
final class CodedSessionSource implements RelaySource {

    static final String NAME = "coded_session";

    /** Whether a row is published at all, of the table under a name that is still to be put in. */
    static final String DUE = """
            not exists (
                select from coded_session as newer
                where newer.session_id = %1$s.session_id
                  and (newer.version, newer.coding_revision) > (%1$s.version, %1$s.coding_revision)
                  and (newer.xid, newer.seq) < (%1$s.xid, %1$s.seq))""";

    private static final String NEXT =
            """
            select xid, seq, coded_session, traceparent from (
                select xid, seq, case when received_at > now() - interval '1 day' then traceparent end as traceparent, jsonb_build_object(
                    'schema', %d, 'id', session_id, 'version', version, 'codingRevision', coding_revision,
                    'status', status, 'clinic', clinic, 'patient', patient, 'firstReceivedAt', first_received_at,
                    'receivedAt', received_at, 'attributes', attributes, 'events', events)::text as coded_session
                from coded_session as coded
                where %s) as newest""".formatted(ContractJson.SCHEMA, DUE.formatted("coded")) + CommittedRows.AFTER_POSITION;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String notifyChannel() {
        return "coded_session";
    }

    @Override
    public List<RelayedRecord> read(Connection connection, Position after, int limit) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(NEXT)) {
            CommittedRows.bind(query, 1, after, limit);
            List<RelayedRecord> records = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    CodedSession session = ContractJson.read(rows.getBytes("coded_session"), CodedSession.class);
                    String traceparent = rows.getString("traceparent");
                    records.add(new RelayedRecord(
                            CommittedRows.positionOf(rows),
                            session.id().toString(),
                            session.patient(),
                            ContractJson.write(session),
                            traceparent == null
                                    ? Map.of()
                                    : Map.of(Traceparent.HEADER, Traceparent.bytes(traceparent))));
                }
            }
            return records;
        }
    }
}
