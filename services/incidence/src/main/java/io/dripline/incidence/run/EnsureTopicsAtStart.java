package io.dripline.incidence.run;

import io.dripline.contracts.Topics;
import io.dripline.relay.EnsureTopics;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Creates the topics that this service writes before Kafka Streams starts; it waits for the one that it reads. */
class EnsureTopicsAtStart {

    private static final int BEFORE_KAFKA_STREAMS = 1;

    void ensureTopics(
            @Observes @Priority(BEFORE_KAFKA_STREAMS) StartupEvent start,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "dripline.topics.replication", defaultValue = "-1") int replication,
            @ConfigProperty(name = "dripline.dead-letters.kept", defaultValue = "P90D") Duration kept) {
        var topics = new EnsureTopics(kafka, replication);
        topics.tables(Topics.INCIDENCE);
        topics.deadLettersOf(Topics.deadLetterConfig(kept), Topics.SESSIONS_CODED);
    }
}
