package io.dripline.local.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends records, each of which must arrive. */
final class SendRecords implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;
    private final List<Future<?>> sent = new ArrayList<>();

    SendRecords(String kafka) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka, "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    void send(ProducerRecord<byte[], byte[]> record) {
        sent.add(producer.send(record));
    }

    /** @throws IllegalStateException if one did not arrive */
    @Override
    public void close() throws InterruptedException {
        try (producer) {
            for (Future<?> one : sent) {
                one.get();
            }
        } catch (ExecutionException refused) {
            throw new IllegalStateException("a record was not sent: " + refused.getCause(), refused);
        }
    }
}
