package io.dripline.classification.session;

import io.dripline.contracts.ContractJson;
import io.dripline.contracts.UnreadableRecordException;
import io.dripline.contracts.session.AdverseEvent;
import io.dripline.contracts.session.ReportedSession;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** A record of the reported table together with what it says. */
record Received(ConsumerRecord<String, byte[]> origin, ReportedSession session) {

    /**
     * Reads a record.
     *
     * @throws UnreadableRecordException naming everything that is missing, or the key that is not the session's
     */
    static Received read(ConsumerRecord<String, byte[]> origin) {
        ReportedSession session = ContractJson.read(origin.value(), ReportedSession.class);
        List<String> missing = missingFrom(session);
        if (!missing.isEmpty()) {
            throw new UnreadableRecordException("a ReportedSession without " + String.join(", ", missing), null);
        }
        if (!session.id().toString().equals(origin.key())) {
            throw new UnreadableRecordException(
                    "expected the key %s, found %s".formatted(session.id(), origin.key()), null);
        }
        return new Received(origin, session);
    }

    SessionVersion version() {
        return new SessionVersion(session.id(), session.version());
    }

    /** The contract promises these; JSON cannot. */
    private static List<String> missingFrom(ReportedSession session) {
        List<String> missing = new ArrayList<>();
        require(missing, "id", session.id());
        require(missing, "status", session.status());
        require(missing, "clinic", session.clinic());
        require(missing, "patient", session.patient());
        require(missing, "firstReceivedAt", session.firstReceivedAt());
        require(missing, "receivedAt", session.receivedAt());
        require(missing, "attributes", session.attributes());
        if (session.attributes() != null) {
            require(missing, "attributes.startedAt", session.attributes().startedAt());
            require(missing, "attributes.route", session.attributes().route());
            require(missing, "attributes.ascertainment", session.attributes().ascertainment());
        }
        for (int i = 0; i < session.adverseEvents().size(); i++) {
            AdverseEvent event = session.adverseEvents().get(i);
            require(missing, "adverseEvents[%d].id".formatted(i), event.id());
            require(missing, "adverseEvents[%d].verbatim".formatted(i), event.verbatim());
        }
        return missing;
    }

    private static void require(List<String> missing, String field, @Nullable Object value) {
        if (value == null) {
            missing.add(field);
        }
    }
}
