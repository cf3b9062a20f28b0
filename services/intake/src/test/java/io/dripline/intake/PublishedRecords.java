package io.dripline.intake;

import static org.awaitility.Awaitility.await;

import io.dripline.contracts.ContractJson;
import io.dripline.contracts.Topics;
import io.dripline.contracts.session.EventWords;
import io.dripline.contracts.session.ReportedSession;
import io.dripline.contracts.session.WordsKey;
import io.dripline.privacy.seal.KeyRing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** A topic as its readers see it. */
public final class PublishedRecords {

    private PublishedRecords() {}

    /** The records of a key in the order of the topic, once there are as many as expected. */
    public static List<ConsumerRecord<String, byte[]>> of(
            String bootstrapServers, String topic, String key, int count) {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        Map<String, Object> config = Map.of("bootstrap.servers", bootstrapServers);
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = IntStream.range(0, Topics.PARTITIONS)
                    .mapToObj(p -> new TopicPartition(topic, p))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    if (record.key().equals(key)) {
                        found.add(record);
                    }
                });
                return found.size() >= count;
            });
        }
        return found;
    }

    /** What a record says, its words opened by the key beside it. */
    public static ReportedSession opened(ConsumerRecord<String, byte[]> record) {
        ReportedSession session = ContractJson.read(record.value(), ReportedSession.class);
        if (session.words() == null) {
            return session;
        }
        KeyRing ring = new KeyRing(ConfigProvider.getConfig().getValues("dripline.free-text.keys", String.class));
        WordsKey key = WordsKey.of(record.headers().lastHeader(WordsKey.HEADER).value());
        String words = ring.unwrap(key.wrapped())
                .open(
                        Base64.getDecoder().decode(session.words()),
                        ReportedSession.wordsPlace(session.id(), session.version()));
        return session.inTheOpen(ContractJson.read(words.getBytes(StandardCharsets.UTF_8), EventWords.class));
    }
}
