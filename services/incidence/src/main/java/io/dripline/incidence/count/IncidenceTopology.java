package io.dripline.incidence.count;

import io.dripline.contracts.ContractJson;
import io.dripline.contracts.Topics;
import io.dripline.contracts.deadletter.ProcessingService;
import io.dripline.contracts.incidence.CellShare;
import io.dripline.incidence.store.CountedCells;
import io.dripline.incidence.store.StoredPatients;
import io.dripline.trace.Traces;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Coded sessions in, shares of cells out. One processor and no repartitioning: a patient's sessions lie in one
 * partition, and that partition's share of a cell goes to the partition of the same number.
 */
public final class IncidenceTopology {

    static final String PATIENTS = "patients";
    static final String CELLS = "cells";
    static final String RULE = "rule";
    static final String SHARES = "shares";
    static final String DEAD_LETTERS = "dead-letters";

    private static final String SESSIONS = "sessions";
    private static final String COUNT = "count";

    private IncidenceTopology() {}

    /** @param service which build this is, for the dead letters */
    public static Topology of(CountingRule rule, Outcomes outcomes, ProcessingService service, Traces traces) {
        Serializer<CellShare> asJson = (topic, share) -> ContractJson.write(share);
        Serializer<Undelivered> asItCame = (topic, record) -> record.value();
        StreamPartitioner<byte[], Undelivered> whereItLay =
                (topic, key, record, partitions) -> Optional.of(Set.of(record.partition()));
        StreamPartitioner<String, CellShare> toItsShard =
                (topic, key, share, partitions) -> Optional.of(Set.of(share.shard()));
        return new Topology()
                .addSource(
                        AutoOffsetReset.earliest(),
                        SESSIONS,
                        new StampByClock(),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer(),
                        Topics.SESSIONS_CODED)
                .addProcessor(COUNT, () -> new CountSessions(rule, outcomes, service, traces), SESSIONS)
                .addStateStore(persistent(PATIENTS, new StoredPatients()), COUNT)
                .addStateStore(persistent(CELLS, new CountedCells()), COUNT)
                .addStateStore(
                        Stores.keyValueStoreBuilder(
                                        Stores.inMemoryKeyValueStore(RULE), Serdes.String(), Serdes.String())
                                .withLoggingEnabled(Map.of()),
                        COUNT)
                .addSink(SHARES, Topics.INCIDENCE, new StringSerializer(), asJson, toItsShard, COUNT)
                .addSink(
                        DEAD_LETTERS,
                        Topics.deadLettersOf(Topics.SESSIONS_CODED),
                        new ByteArraySerializer(),
                        asItCame,
                        whereItLay,
                        COUNT);
    }

    private static <T> StoreBuilder<KeyValueStore<String, T>> persistent(String name, Serde<T> values) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), values)
                .withCachingEnabled()
                .withLoggingEnabled(Map.of());
    }
}
