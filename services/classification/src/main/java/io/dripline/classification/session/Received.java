package io.dripline.classification.session;

import static io.dripline.contracts.deadletter.DeadLetterCause.BROKEN_INVARIANT;

import io.dripline.classification.text.ReportedTexts.Text;
import io.dripline.contracts.ContractJson;
import io.dripline.contracts.RefusedRecordException;
import io.dripline.contracts.Topics;
import io.dripline.contracts.session.AdverseEvent;
import io.dripline.contracts.session.ReportedSession;
import io.dripline.contracts.session.WordsKey;
import io.dripline.privacy.seal.DataKey;
import io.dripline.privacy.seal.TextPlace;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A record of the reported table together with what it says.
 *
 * @param wordsKey the key of its words that came beside it; null where none did
 * @param key what seals its words where they are stored; null until they are opened
 */
record Received(
        ConsumerRecord<byte[], byte[]> origin,
        ReportedSession session,
        @Nullable WordsKey wordsKey,
        @Nullable DataKey key) {

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
        return new Received(origin, session, wordsKeyOf(origin), null);
    }

    /**
     * The key that came beside a record; null where none did, or where it is of another session than the record.
     *
     * @throws RefusedRecordException if it cannot be read
     */
    static @Nullable WordsKey wordsKeyOf(ConsumerRecord<byte[], byte[]> origin) {
        Header header = origin.headers().lastHeader(WordsKey.HEADER);
        WordsKey key = header == null ? null : WordsKey.of(header.value());
        boolean isOfRecord = key != null
                && origin.key() != null
                && new String(origin.key(), StandardCharsets.UTF_8)
                        .equals(key.session().toString());
        return isOfRecord ? key : null;
    }

    /** The same, in the open. */
    Received inTheOpen(ReportedSession opened, DataKey with) {
        return new Received(origin, opened, wordsKey, with);
    }

    /** What is to be stored of its words; null where there are none. */
    @Nullable
    Text text() {
        Map<UUID, String> words = new HashMap<>();
        session.adverseEvents().forEach(event -> {
            if (event.verbatim() != null) {
                words.put(event.id(), event.verbatim());
            }
        });
        return words.isEmpty() || key == null
                ? null
                : new Text(new TextPlace(session.id(), session.version()), key, words);
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
