package io.dripline.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dripline.contracts.incidence.CellShare;
import io.dripline.contracts.incidence.MeasureCount;
import io.dripline.local.stack.Journal;
import io.dripline.local.stack.LocalStack;
import io.dripline.local.stack.Part;
import io.dripline.local.stack.Ports;
import io.dripline.local.stack.StackConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The kill under which Kafka Streams 4.1.1 loses counts (KAFKA-20685): tiny write buffers flush to disk what a long
 * transaction has not committed, and the process dies in the middle.
 */
class ForcedKillJourney {

    private static final int SESSIONS_BETWEEN_KILLS = 12_000;
    private static final int KILLS = 3;

    @Test
    void noCellIsWrongAfterKillsAmidUncommittedFlushes() throws Exception {
        StackConfig config = StackConfig.of(TheLine.checkout())
                .withData(TheLine.freshData())
                .withPorts(Ports.free())
                .withParts(EnumSet.of(Part.KAFKA, Part.INCIDENCE))
                .withSetting("DRIPLINE_INCIDENCE_ROCKSDB_WRITE_BUFFER", "65536")
                .withSetting("KAFKA_STREAMS_COMMIT_INTERVAL_MS", "4000");
        try (LocalStack stack = new LocalStack(config, Journal.SILENT)) {
            stack.start(Part.KAFKA);
            try (CodedTable coded = new CodedTable(config.address(Part.KAFKA), 20_261_122L)) {
                stack.start(Part.INCIDENCE);
                for (int kill = 0; kill < KILLS; kill++) {
                    coded.append(SESSIONS_BETWEEN_KILLS);
                    await().atMost(Duration.ofSeconds(60)).until(() -> sstFiles(config) > 0 && coded.isBeingCounted());
                    stack.kill(Part.INCIDENCE);
                    stack.start(Part.INCIDENCE);
                }
                coded.append(1_000);
                await().atMost(Duration.ofSeconds(240)).until(coded::isCounted);

                Map<String, Counted> streamed = new HashMap<>();
                coded.incidence().forEach((key, share) -> streamed.put(key, Counted.of(share)));
                streamed.values().removeIf(counted -> counted.exposed() == 0);

                assertThat(streamed).hasSizeGreaterThan(1_000).isEqualTo(coded.recount());
            }
        }
    }

    private static long sstFiles(StackConfig config) throws IOException {
        Path state = config.data().resolve("state");
        if (!Files.exists(state)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(state)) {
            return files.filter(file -> file.toString().endsWith(".sst")).count();
        } catch (UncheckedIOException changedMeanwhile) {
            return 0;
        }
    }

    /** What a share counts, without its version. */
    record Counted(long exposed, long awaiting, long replaced, Map<String, MeasureCount> measures) {

        static Counted of(CellShare share) {
            return new Counted(share.exposed(), share.awaiting(), share.replaced(), share.measures());
        }
    }
}
