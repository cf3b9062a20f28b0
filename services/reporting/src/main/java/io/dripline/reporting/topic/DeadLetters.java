package io.dripline.reporting.topic;

import io.dripline.contracts.Topics;
import io.dripline.contracts.deadletter.DeadLetter;
import io.dripline.contracts.deadletter.DeadLetterCause;
import io.dripline.contracts.deadletter.ProcessingService;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Keeps what cannot be processed, with its cause and origin, so that the rest can flow. Its counters say 0 from the start. */
@Startup
@ApplicationScoped
public class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private static final List<String> FOLLOWED = List.of(Topics.INCIDENCE, Topics.CLINIC_WEEKS);

    private final Map<String, Object> kafka;
    private final Map<Kind, Counter> dead = new HashMap<>();
    private final ProcessingService service;
    private @Nullable KafkaProducer<byte[], byte[]> producer;

    DeadLetters(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            MeterRegistry metrics,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.kafka = kafka;
        this.service = new ProcessingService("reporting", version);
        for (String topic : FOLLOWED) {
            for (DeadLetterCause cause : DeadLetterCause.values()) {
                dead.put(
                        new Kind(topic, cause),
                        Counter.builder("dripline.dead.letters")
                                .description("Records that could not be processed, by topic and cause")
                                .tag("topic", topic)
                                .tag("cause", cause.name())
                                .register(metrics));
            }
        }
    }

    /** What is counted apart. */
    private record Kind(String topic, DeadLetterCause cause) {}

    /** Returns once the broker has all of them; until then their offsets must not be passed. */
    public void send(List<Refused> refused) {
        List<Future<RecordMetadata>> sent = new ArrayList<>(refused.size());
        try {
            for (Refused one : refused) {
                sent.add(open().send(recordOf(one)));
            }
            for (Future<RecordMetadata> acknowledgement : sent) {
                acknowledgement.get();
            }
        } catch (ExecutionException e) {
            throw new KafkaException("could not keep dead letters", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while keeping dead letters", e);
        }
        refused.stream().map(this::letterOf).forEach(this::note);
    }

    private void note(DeadLetter letter) {
        Objects.requireNonNull(dead.get(new Kind(letter.topic(), letter.cause())))
                .increment();
        LOG.warnf(
                "Record %d of %s-%d went to the dead letters: %s, %s",
                letter.offset(), letter.topic(), letter.partition(), letter.cause(), letter.message());
    }

    private DeadLetter letterOf(Refused refused) {
        ConsumerRecord<byte[], byte[]> record = refused.record();
        return new DeadLetter(
                record.topic(),
                record.partition(),
                record.offset(),
                Instant.ofEpochMilli(record.timestamp()),
                service,
                DeadLetter.causeOf(refused.failure()),
                DeadLetter.messageOf(refused.failure()));
    }

    private ProducerRecord<byte[], byte[]> recordOf(Refused refused) {
        ConsumerRecord<byte[], byte[]> record = refused.record();
        ProducerRecord<byte[], byte[]> dead = new ProducerRecord<>(
                Topics.deadLettersOf(record.topic()),
                record.partition(),
                record.key(),
                record.value(),
                record.headers());
        letterOf(refused)
                .headers()
                .forEach((name, value) -> dead.headers().remove(name).add(name, value));
        return dead;
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
            // Within the database's transaction_timeout: the records wait if the broker does not answer.
            config.put("delivery.timeout.ms", "12000");
            config.put("request.timeout.ms", "5000");
            config.put("max.block.ms", "12000");
            config.put("max.request.size", Topics.LONGEST_DEAD_LETTER);
            opened = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
            producer = opened;
        }
        return opened;
    }
}
