package io.dripline.classification.session;

import io.dripline.contracts.Topics;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;

/**
 * The topic of the records that could not be coded: key, value and headers as they came, and why. The headers are named
 * as SmallRye names those of its own dead letters.
 */
@ApplicationScoped
class DeadLetters {

    static final String REASON = "dead-letter-reason";
    static final String CAUSE = "dead-letter-cause";
    static final String TOPIC = "dead-letter-topic";
    static final String PARTITION = "dead-letter-partition";
    static final String OFFSET = "dead-letter-offset";

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final MutinyEmitter<ProducerRecord<String, byte[]>> emitter;

    DeadLetters(
            @Channel("sessions-reported-dead") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<ProducerRecord<String, byte[]>> emitter) {
        this.emitter = emitter;
    }

    /** Returns once the broker has all of them. */
    void send(List<Refused> refused) {
        if (refused.isEmpty()) {
            return;
        }
        Uni.join()
                .all(refused.stream()
                        .map(letter -> emitter.send(letterOf(letter)))
                        .toList())
                .andCollectFailures()
                .await()
                .indefinitely();
        refused.forEach(DeadLetters::log);
    }

    private static ProducerRecord<String, byte[]> letterOf(Refused refused) {
        ConsumerRecord<String, byte[]> origin = refused.origin();
        var letter = new ProducerRecord<>(
                Topics.deadLettersOf(origin.topic()), null, origin.key(), origin.value(), origin.headers());
        Headers headers = letter.headers();
        put(headers, REASON, refused.reason());
        put(headers, CAUSE, refused.cause());
        put(headers, TOPIC, origin.topic());
        put(headers, PARTITION, origin.partition());
        put(headers, OFFSET, origin.offset());
        return letter;
    }

    private static void put(Headers headers, String name, Object value) {
        headers.remove(name);
        headers.add(name, String.valueOf(value).getBytes(StandardCharsets.UTF_8));
    }

    /** Without the root cause: it may quote the reporter's words, which belong in no log. */
    private static void log(Refused refused) {
        ConsumerRecord<String, byte[]> origin = refused.origin();
        LOG.warnf(
                "Record %d of %s-%d went to the dead letters: %s",
                origin.offset(), origin.topic(), origin.partition(), refused.reason());
    }
}
