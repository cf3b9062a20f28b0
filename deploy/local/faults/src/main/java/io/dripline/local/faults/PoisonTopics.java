package io.dripline.local.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dripline.contracts.Topics;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Puts records that nobody can read between the others: one for a hundred that were reported, at the pace of these runs. */
final class PoisonTopics {

    private static final List<String> POISON =
            List.of("not json", "", "{\"schema\":2,\"version\":1}", "{\"schema\":1,\"version\":0", "[[[[", "\u0000");

    private PoisonTopics() {}

    static void poison(String kafka, SplittableRandom random) {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka, "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (String topic : List.of(Topics.SESSIONS_REPORTED, Topics.SESSIONS_CODED, Topics.INCIDENCE)) {
                for (int partition = 0; partition < Topics.PARTITIONS; partition++) {
                    var _ = producer.send(new ProducerRecord<>(
                            topic,
                            partition,
                            ("poison-" + partition).getBytes(UTF_8),
                            POISON.get(random.nextInt(POISON.size())).getBytes(UTF_8)));
                }
            }
        }
    }
}
