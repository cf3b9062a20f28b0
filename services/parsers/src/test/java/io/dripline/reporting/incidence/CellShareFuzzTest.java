package io.dripline.reporting.incidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.dripline.contracts.ContractJson;
import io.dripline.contracts.RefusedRecordException;
import io.dripline.contracts.incidence.CellShare;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Whatever lies on the incidence topic is a share that can be added up, or is refused. */
class CellShareFuzzTest {

    @FuzzTest
    void record(byte[] value) {
        try {
            CellShare share = ContractJson.read(value, CellShare.class);
            boolean isWhole = share.cell() != null
                    && share.cell().unit() != null
                    && share.cell().week() != null;
            byte[] key = isWhole ? CellShare.key(share.shard(), share.cell()).getBytes(StandardCharsets.UTF_8) : null;

            CellShare read = ReadCellShare.read(
                    new ConsumerRecord<>("dripline.incidence.v1", Math.max(0, share.shard()), 0, key, value));

            assertThat(read.exposed()).isNotNegative();
            read.measures()
                    .values()
                    .forEach(count -> assertThat(count.affected()).isNotNegative());
        } catch (RefusedRecordException expected) {
            assertThat(expected.getMessage()).hasSizeLessThan(10_000);
        }
    }
}
