package io.dripline.relay;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Stands for the channel and the broker behind it: keeps what arrived, acknowledges as it is told. */
final class Broker {

    /** A record as it arrived. */
    record Arrival(String key, int partition, String value) {}

    final List<Arrival> arrivals = new CopyOnWriteArrayList<>();
    volatile Function<Arrival, Uni<Void>> acknowledgement =
            arrival -> Uni.createFrom().voidItem();

    @SuppressWarnings("unchecked")
    MutinyEmitter<byte[]> emitter() {
        return (MutinyEmitter<byte[]>) Proxy.newProxyInstance(
                Broker.class.getClassLoader(), new Class<?>[] {MutinyEmitter.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("sendMessage")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return send((Message<byte[]>) arguments[0]);
                });
    }

    List<String> values() {
        return arrivals.stream().map(Arrival::value).toList();
    }

    private Uni<Void> send(Message<byte[]> message) {
        OutgoingKafkaRecordMetadata<?> metadata =
                message.getMetadata(OutgoingKafkaRecordMetadata.class).orElseThrow();
        Arrival arrival = new Arrival(
                String.valueOf(metadata.getKey()),
                metadata.getPartition(),
                new String(message.getPayload(), StandardCharsets.UTF_8));
        arrivals.add(arrival);
        return acknowledgement.apply(arrival);
    }
}
