package io.dripline.local.recount;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dripline.contracts.ContractJson;
import io.dripline.contracts.coding.CodedSession;
import io.dripline.counting.CountedSession;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;

/**
 * The newest state of a session in one of the two databases that know it. Both are read in the order of patient and id, which is the
 * same in PostgreSQL (its collation is that of code points) and here.
 *
 * @param session intake: the coded record as far as intake knows it; classification: the coding alone
 */
record StoredSession(String patient, String id, int version, ObjectNode session) {

    static final Comparator<StoredSession> ORDER =
            Comparator.comparing(StoredSession::patient).thenComparing(StoredSession::id);

    static final String STATED = """
            select distinct on (patient, session_id) patient, session_id, version,
                   jsonb_build_object('schema', 1, 'id', session_id, 'version', version, 'status', status, 'clinic', clinic,
                       'patient', patient, 'firstReceivedAt', first_received_at, 'receivedAt', received_at,
                       'attributes', content -> 'attributes') as session
              from session_version
             order by patient, session_id, version desc
            """;

    static final String CODED = """
            select distinct on (patient, session_id) patient, session_id, version,
                   jsonb_build_object('codingRevision', coding_revision, 'events', events) as session
              from coded_session
             order by patient, session_id, version desc, coding_revision desc
            """;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    static StoredSession read(ResultSet row) throws SQLException {
        try {
            var session = (ObjectNode) MAPPER.readTree(row.getString("session"));
            return new StoredSession(
                    row.getString("patient"), row.getString("session_id"), row.getInt("version"), session);
        } catch (JsonProcessingException impossible) {
            throw new SQLException("jsonb gave something else than JSON", impossible);
        }
    }

    /** What counting needs of this stated session, with the coding that another database holds for the same version. */
    CountedSession counted(StoredSession coding) {
        var whole = session.deepCopy();
        whole.setAll(coding.session());
        try {
            return CountedSession.of(ContractJson.read(MAPPER.writeValueAsBytes(whole), CodedSession.class));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
