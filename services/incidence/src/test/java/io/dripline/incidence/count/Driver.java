package io.dripline.incidence.count;

import io.dripline.contracts.ContractJson;
import io.dripline.contracts.Topics;
import io.dripline.contracts.deadletter.DeadLetterCause;
import io.dripline.contracts.deadletter.ProcessingService;
import io.dripline.contracts.incidence.CellShare;
import io.dripline.contracts.incidence.Measures;
import io.dripline.counting.CountPatient;
import io.dripline.incidence.CodedExample;
import io.dripline.incidence.store.BoundMemory;
import io.dripline.incidence.store.CountedCell;
import io.dripline.trace.TraceConfig;
import io.dripline.trace.Traces;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;

/** The topology of partition 0, with its stores on disk. */
final class Driver implements AutoCloseable {

    static final ProcessingService SERVICE = new ProcessingService("incidence", "1.2.3");

    /** With the defaults: nothing is sent anywhere. */
    private static final Traces TRACES = new Traces(
            "incidence",
            new SmallRyeConfigBuilder().withMapping(TraceConfig.class).build().getConfigMapping(TraceConfig.class));

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> sessions;
    private final TestOutputTopic<String, byte[]> shares;
    private final TestOutputTopic<byte[], byte[]> deadLetters;
    private final Map<String, CellShare> table = new HashMap<>();

    Driver(Path state) {
        var properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "topology-test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundMemory.class.getName());
        var rule = new CountingRule(1, Measures.standard(), CountPatient.DEFAULT_COURSE_GAP);
        driver = new TopologyTestDriver(IncidenceTopology.of(rule, new Outcomes(metrics), SERVICE, TRACES), properties);
        sessions = driver.createInputTopic(Topics.SESSIONS_CODED, new ByteArraySerializer(), new ByteArraySerializer());
        shares = driver.createOutputTopic(Topics.INCIDENCE, new StringDeserializer(), new ByteArrayDeserializer());
        deadLetters = driver.createOutputTopic(
                Topics.deadLettersOf(Topics.SESSIONS_CODED), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** What one record sent on, in order. */
    List<CellShare> report(CodedExample session) {
        return report(session.key(), session.json());
    }

    List<CellShare> report(byte[] key, byte[] value) {
        return report(new TestRecord<>(key, value, Instant.now()));
    }

    List<CellShare> report(TestRecord<byte[], byte[]> record) {
        sessions.pipeInput(record);
        return sent();
    }

    /** Dead letters of this cause, as metered. */
    double metered(DeadLetterCause cause) {
        return metrics.get("dripline.dead.letters")
                .tag("cause", cause.name())
                .counter()
                .count();
    }

    /** The last state of every share, as a reader of the compacted topic finds it. */
    Collection<CellShare> table() {
        return table.values();
    }

    List<TestRecord<byte[], byte[]>> deadLetters() {
        return deadLetters.readRecordsToList();
    }

    List<TestRecord<String, byte[]>> records() {
        return shares.readRecordsToList();
    }

    /** Loses what the cells hold, as no store should. */
    void forgetCells() {
        KeyValueStore<String, CountedCell> cells = driver.getKeyValueStore(IncidenceTopology.CELLS);
        table.values().forEach(share -> cells.put(share.cell().key(), CountedCell.NONE));
    }

    TestInputTopic<byte[], byte[]> sessions() {
        return sessions;
    }

    private List<CellShare> sent() {
        return shares.readRecordsToList().stream()
                .map(record -> {
                    CellShare share = ContractJson.read(record.value(), CellShare.class);
                    table.put(record.key(), share);
                    return share;
                })
                .toList();
    }

    @Override
    public void close() {
        driver.close();
    }
}
