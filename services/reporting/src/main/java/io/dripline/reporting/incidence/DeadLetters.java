package io.dripline.reporting.incidence;

import io.dripline.contracts.Topics;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Keeps what cannot be processed, with its cause and origin, so that the rest can flow. */
@ApplicationScoped
class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final Map<String, Object> kafka;
    private final IncidenceMetrics metrics;
    private @Nullable KafkaProducer<byte[], byte[]> producer;

    DeadLetters(@Identifier("default-kafka-broker") Map<String, Object> kafka, IncidenceMetrics metrics) {
        this.kafka = kafka;
        this.metrics = metrics;
    }

    /** Returns once the broker has it; until then its offset must not be passed. */
    void send(ConsumerRecord<byte[], byte[]> record, Throwable cause) {
        String reason = describe(cause);
        LOG.errorf(
                "Record %s-%d@%d goes to the dead letters: %s",
                record.topic(), record.partition(), record.offset(), reason);
        ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(
                Topics.deadLettersOf(record.topic()), record.partition(), record.key(), record.value());
        header(letter, "dead-letter-reason", reason);
        header(letter, "dead-letter-exception-class-name", cause.getClass().getName());
        header(letter, "dead-letter-topic", record.topic());
        header(letter, "dead-letter-partition", Integer.toString(record.partition()));
        header(letter, "dead-letter-offset", Long.toString(record.offset()));
        try {
            open().send(letter).get();
        } catch (ExecutionException e) {
            throw new KafkaException("could not keep a dead letter of " + record.topic(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while keeping a dead letter of " + record.topic(), e);
        }
        metrics.dead();
    }

    void close(@Observes ShutdownEvent event) {
        if (producer != null) {
            producer.close(Duration.ofSeconds(2));
        }
    }

    private KafkaProducer<byte[], byte[]> open() {
        KafkaProducer<byte[], byte[]> opened = producer;
        if (opened == null) {
            Map<String, Object> config = new HashMap<>(kafka);
            config.put("delivery.timeout.ms", "30000");
            config.put("request.timeout.ms", "10000");
            opened = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
            producer = opened;
        }
        return opened;
    }

    private static String describe(Throwable failure) {
        Throwable cause = failure;
        StringBuilder text = new StringBuilder(String.valueOf(failure.getMessage()));
        while (cause.getCause() != null) {
            cause = cause.getCause();
            text.append("; because ").append(cause.getMessage());
        }
        return text.toString();
    }

    private static void header(ProducerRecord<byte[], byte[]> letter, String name, String value) {
        letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
