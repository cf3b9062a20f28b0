package io.dripline.classification.session;

import io.dripline.contracts.Topics;
import io.dripline.contracts.deadletter.DeadLetter;
import io.dripline.contracts.deadletter.DeadLetterCause;
import io.dripline.contracts.deadletter.ProcessingService;
import io.dripline.contracts.session.WordsKey;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;

/**
 * The topic of the records that could not be coded: key, value and headers as they came, and why. The key of their words alone is left
 * out, and kept where it can be erased. The topic is there from the start, so that its counters say 0 and not nothing.
 */
@Startup
@ApplicationScoped
class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final MutinyEmitter<ProducerRecord<byte[], byte[]>> emitter;
    private final ProcessingService service;
    private final Map<DeadLetterCause, Counter> sent = new EnumMap<>(DeadLetterCause.class);

    DeadLetters(
            @Channel("sessions-reported-dead") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<ProducerRecord<byte[], byte[]>> emitter,
            @ConfigProperty(name = "quarkus.application.version") String version,
            MeterRegistry metrics) {
        this.emitter = emitter;
        this.service = new ProcessingService("classification", version);
        for (DeadLetterCause cause : DeadLetterCause.values()) {
            sent.put(
                    cause,
                    Counter.builder("dripline.dead.letters")
                            .description("Records that could not be processed, by topic and cause")
                            .tag("topic", Topics.SESSIONS_REPORTED)
                            .tag("cause", cause.name())
                            .register(metrics));
        }
    }

    /** Returns once the broker has all of them. */
    void send(List<Refused> refused) {
        if (refused.isEmpty()) {
            return;
        }
        Uni.join()
                .all(refused.stream().map(one -> emitter.send(recordOf(one))).toList())
                .andCollectFailures()
                .await()
                .indefinitely();
        refused.stream().map(this::letterOf).forEach(this::note);
    }

    private void note(DeadLetter letter) {
        Objects.requireNonNull(sent.get(letter.cause())).increment();
        LOG.warnf(
                "Record %d of %s-%d went to the dead letters: %s, %s",
                letter.offset(), letter.topic(), letter.partition(), letter.cause(), letter.message());
    }

    private DeadLetter letterOf(Refused refused) {
        ConsumerRecord<?, ?> origin = refused.origin();
        return new DeadLetter(
                origin.topic(),
                origin.partition(),
                origin.offset(),
                Instant.ofEpochMilli(origin.timestamp()),
                service,
                DeadLetter.causeOf(refused.failure()),
                DeadLetter.messageOf(refused.failure()));
    }

    private ProducerRecord<byte[], byte[]> recordOf(Refused refused) {
        ConsumerRecord<byte[], byte[]> origin = refused.origin();
        var record = new ProducerRecord<>(
                Topics.deadLettersOf(origin.topic()),
                origin.partition(),
                origin.key(),
                origin.value(),
                origin.headers());
        record.headers().remove(WordsKey.HEADER);
        letterOf(refused)
                .headers()
                .forEach((name, value) -> record.headers().remove(name).add(name, value));
        return record;
    }
}
