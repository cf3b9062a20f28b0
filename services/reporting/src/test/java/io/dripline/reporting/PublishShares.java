package io.dripline.reporting;

import io.dripline.contracts.incidence.CellShare;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** Publishes shares as the incidence service does. */
public final class PublishShares {

    private PublishShares() {}

    public static void inOneTransaction(CellShare... shares) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers",
                ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class),
                "transactional.id",
                UUID.randomUUID().toString());
        try (var producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            for (CellShare share : shares) {
                var _ = producer.send(Shares.outgoing(share));
            }
            producer.commitTransaction();
        }
    }
}
