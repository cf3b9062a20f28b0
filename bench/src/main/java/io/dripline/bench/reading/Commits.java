package io.dripline.bench.reading;

import io.dripline.contracts.ContractJson;
import io.dripline.contracts.Topics;
import io.dripline.contracts.incidence.Cell;
import io.dripline.contracts.incidence.CellShare;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.MeasureCount;
import io.dripline.contracts.incidence.Unit;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Shares of cells as incidence publishes them, one session of somebody's first course after another. */
final class Commits implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;
    private final List<String> weeks;
    private final Random random = new Random(7);
    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
    private long version = 1_000_000;

    Commits(String kafka, List<String> weeks) {
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka, "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        this.weeks = weeks;
    }

    /** One session of each clinic, so that reporting sees every clinic. */
    void ofEveryClinic() {
        for (int clinic = 0; clinic < 100; clinic++) {
            session(clinic);
        }
        producer.flush();
    }

    /** So many sessions a second from now on, of any clinic. */
    void begin(int perSecond) {
        var _ = pace.scheduleAtFixedRate(
                () -> session(random.nextInt(100)), 0, 1_000_000 / perSecond, TimeUnit.MICROSECONDS);
    }

    private void session(int clinic) {
        for (Unit unit : Unit.values()) {
            version++;
            send(new CellShare(
                    ContractJson.SCHEMA,
                    1,
                    (int) (version % Topics.PARTITIONS),
                    version,
                    // Of a formulation and indication that nobody else has, so that none that was loaded is taken away.
                    new Cell(
                            unit,
                            IsoWeek.parse(weeks.get(weeks.size() - 1 - random.nextInt(2))),
                            "clinic-%03d".formatted(clinic),
                            "INTRAVENOUS",
                            "ARKETAMINE",
                            "SINGLE",
                            "OTHER",
                            "ABOVE_2",
                            "CHECKLIST"),
                    1 + version / 1_000,
                    0,
                    0,
                    Map.of(
                            "ANY",
                            new MeasureCount(1, 1),
                            "CNS",
                            new MeasureCount(1, 1),
                            "dizziness",
                            new MeasureCount(1, 1))));
        }
    }

    private void send(CellShare share) {
        producer.send(new ProducerRecord<>(
                Topics.INCIDENCE,
                share.shard(),
                CellShare.key(share.shard(), share.cell()).getBytes(StandardCharsets.UTF_8),
                ContractJson.write(share)));
    }

    @Override
    public void close() {
        pace.shutdownNow();
        producer.close();
    }
}
