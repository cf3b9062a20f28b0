package io.dripline.classification.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.dripline.contracts.ContractJson;
import io.dripline.contracts.RefusedRecordException;
import io.dripline.contracts.Topics;
import io.dripline.contracts.session.ReportedSession;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;

/** Whatever lies on the reported table is a session, or is refused as a dead letter is. */
class ReceivedFuzzTest {

    @FuzzTest
    void record(byte[] value) {
        try {
            ReportedSession session = ContractJson.read(value, ReportedSession.class);
            boolean isWhole = session.id() != null && session.patient() != null;
            byte[] key = isWhole ? session.id().toString().getBytes(StandardCharsets.UTF_8) : null;
            int partition = isWhole
                    ? BuiltInPartitioner.partitionForKey(
                            session.patient().getBytes(StandardCharsets.UTF_8), Topics.PARTITIONS)
                    : 0;

            Received received =
                    Received.read(new ConsumerRecord<>("dripline.sessions.reported.v1", partition, 0, key, value));

            assertThat(received.version().session()).isEqualTo(session.id());
        } catch (RefusedRecordException expected) {
            assertThat(expected.getMessage()).hasSizeLessThan(10_000);
        }
    }
}
