package io.dripline.classification.session;

import static io.dripline.contracts.deadletter.DeadLetterCause.BROKEN_INVARIANT;

import io.dripline.contracts.ContractJson;
import io.dripline.contracts.RefusedRecordException;
import io.dripline.contracts.Topics;
import io.dripline.contracts.session.AdverseEvent;
import io.dripline.contracts.session.ReportedSession;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.jspecify.annotations.Nullable;

/** A record of the reported table together with what it says. */
record Received(ConsumerRecord<byte[], byte[]> origin, ReportedSession session) {

    /**
     * Reads a record.
     *
     * @throws RefusedRecordException naming everything that is missing, or the key or partition that are not the
     *     session's
     */
    static Received read(ConsumerRecord<byte[], byte[]> origin) {
        ReportedSession session = ContractJson.read(origin.value(), ReportedSession.class);
        List<String> missing = missingFrom(session);
        if (!missing.isEmpty()) {
            throw new RefusedRecordException(
                    BROKEN_INVARIANT, "expected a whole ReportedSession, found none of " + String.join(", ", missing));
        }
        mustBeKeyedByItsId(origin.key(), session);
        mustBeInItsPartition(origin, session);
        return new Received(origin, session);
    }

    SessionVersion version() {
        return new SessionVersion(session.id(), session.version());
    }

    SessionOwner owner() {
        return new SessionOwner(session.clinic(), session.patient());
    }

    /** What is found instead may be anything, and is not repeated. */
    private static void mustBeKeyedByItsId(byte @Nullable [] key, ReportedSession session) {
        if (key == null
                || !new String(key, StandardCharsets.UTF_8).equals(session.id().toString())) {
            throw new RefusedRecordException(
                    BROKEN_INVARIANT,
                    "key: expected the session's id %s, found %s"
                            .formatted(session.id(), key == null ? "none" : "another"));
        }
    }

    /** Elsewhere its versions would overtake one another. */
    private static void mustBeInItsPartition(ConsumerRecord<?, ?> origin, ReportedSession session) {
        int expected = BuiltInPartitioner.partitionForKey(
                session.patient().getBytes(StandardCharsets.UTF_8), Topics.PARTITIONS);
        if (expected != origin.partition()) {
            throw new RefusedRecordException(
                    BROKEN_INVARIANT,
                    "session %s: expected its patient's partition %d, found it in %d"
                            .formatted(session.id(), expected, origin.partition()));
        }
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
            if (event.verbatim() != null) {
                require(missing, "adverseEvents[%d].verbatim".formatted(i), event.verbatim());
            }
        }
        return missing;
    }

    private static void require(List<String> missing, String field, @Nullable Object value) {
        if (value == null || (value instanceof String text && text.isBlank())) {
            missing.add(field);
        }
    }
}
