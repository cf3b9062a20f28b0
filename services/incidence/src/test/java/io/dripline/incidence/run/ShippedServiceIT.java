package io.dripline.incidence.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dripline.contracts.Topics;
import io.dripline.contracts.coding.CodedSession;
import io.dripline.contracts.incidence.CellShare;
import io.dripline.incidence.CodedExample;
import io.dripline.incidence.RandomHistory;
import io.dripline.incidence.Shares;
import io.kroxylicious.testing.kafka.api.KafkaCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShippedServiceIT {

    /** Small buffers and rare commits: much of what is on disk belongs to the open transaction. */
    private static final Map<String, String> FORCED = Map.of(
            "DRIPLINE_INCIDENCE_ROCKSDB_WRITE_BUFFER", "65536",
            "KAFKA_STREAMS_COMMIT_INTERVAL_MS", "2000",
            "KAFKA_STREAMS_TRANSACTION_TIMEOUT_MS", "20000");

    @TempDir
    Path state;

    private KafkaCluster cluster;
    private Table table;
    private final List<CodedSession> reported = new ArrayList<>();

    @BeforeEach
    void startBroker() {
        cluster = Broker.start();
        table = new Table(cluster.getBootstrapServers());
        table.create();
    }

    @AfterEach
    void stopBroker() throws Exception {
        cluster.close();
    }

    @Test
    void aStopAndAStartKeepTheCounts() throws Exception {
        try (var service = start(Map.of())) {
            service.awaitHealth("UP");
            report(0, 60);
            awaitRecount();
            service.stop();
        }
        report(0, 60);
        report(60, 90);

        try (var service = start(Map.of())) {
            awaitRecount();
            service.awaitHealth("UP");
        }
    }

    @Test
    void aKillInTheMiddleOfATransactionLosesAndDoublesNothing() throws Exception {
        report(0, 2_000);
        for (int kill = 1; kill <= 2; kill++) {
            try (var service = start(FORCED)) {
                awaitFilesOfAnOpenTransaction();
                service.kill();
            }
            report(kill * 2_000, kill * 2_000 + 1_000);
        }

        try (var service = start(Map.of())) {
            awaitRecount();
            service.awaitHealth("UP");
        }
    }

    @Test
    void countsOfAnotherRuleAreNotAmendedUntilANewGenerationCountsAnew() throws Exception {
        Map<String, String> otherRule = Map.of("DRIPLINE_INCIDENCE_COURSE_GAP", "PT48H");
        try (var service = start(Map.of())) {
            report(0, 30);
            awaitRecount();
            service.stop();
        }

        try (var service = start(otherRule)) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> service.log().contains("set dripline.incidence.generation to 2 to count anew"));
            service.awaitHealth("DOWN");
        }
        try (var service = start(Map.of("DRIPLINE_INCIDENCE_GENERATION", "2"))) {
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(table.shares().values())
                            .filteredOn(share -> share.exposed() > 0)
                            .extracting(CellShare::generation)
                            .containsOnly(2));
            awaitRecount();
            service.awaitHealth("UP");
        }
    }

    private Service start(Map<String, String> settings) {
        return Service.start(cluster.getBootstrapServers(), state, settings);
    }

    private void report(int from, int to) {
        var patients = IntStream.range(from, to)
                .mapToObj(number -> "patient-" + number)
                .toList();
        List<CodedExample> arrivals = RandomHistory.of(patients, 2, new Random(from));
        arrivals.stream().map(CodedExample::coded).forEach(reported::add);
        table.report(arrivals);
    }

    private void awaitRecount() {
        var expected = Shares.recounted(reported);
        await().atMost(Duration.ofSeconds(150))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(
                                Shares.differing(Shares.added(table.shares().values()), expected))
                        .isEmpty());
        assertThat(table.committed(Topics.deadLettersOf(Topics.SESSIONS_CODED))).isEmpty();
    }

    /** A commit first, so that the stores have checkpoints; then files that no commit has covered yet. */
    private void awaitFilesOfAnOpenTransaction() {
        int committed = table.shares().size();
        await("a commit")
                .atMost(Duration.ofSeconds(60))
                .until(() -> table.shares().size() > committed);
        Instant afterCommit = Instant.now();
        await("files after the commit, see " + state)
                .pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofSeconds(60))
                .until(() -> hasFileSince(afterCommit));
    }

    private boolean hasFileSince(Instant instant) throws IOException {
        try (Stream<Path> files = Files.walk(state)) {
            return files.filter(file -> file.toString().endsWith(".sst"))
                    .anyMatch(file -> file.toFile().lastModified() > instant.toEpochMilli());
        }
    }
}
