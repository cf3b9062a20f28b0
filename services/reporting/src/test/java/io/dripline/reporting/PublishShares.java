package io.dripline.reporting;

import io.dripline.contracts.incidence.CellShare;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** Publishes shares as the incidence service does. */
public final class PublishShares {

    private PublishShares() {}

    public static void inOneTransaction(CellShare... shares) {
        inOneTransaction(Arrays.stream(shares).map(Shares::outgoing).toList());
    }

    public static void inOneTransaction(List<ProducerRecord<byte[], byte[]>> records) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers",
                ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class),
                "transactional.id",
                UUID.randomUUID().toString());
        try (var producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            for (var record : records) {
                var _ = producer.send(record);
            }
            producer.commitTransaction();
        }
    }
}
