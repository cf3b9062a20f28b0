package io.dripline.reporting.completeness;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.dripline.contracts.ContractJson;
import io.dripline.contracts.RefusedRecordException;
import io.dripline.contracts.tally.ClinicWeek;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Whatever lies on the clinic-weeks' topic is a week that can be kept, or is refused. */
class ClinicWeekFuzzTest {

    @FuzzTest
    void record(byte[] value) {
        try {
            ClinicWeek week = ContractJson.read(value, ClinicWeek.class);
            byte[] key = week.week() == null
                    ? null
                    : ClinicWeek.key(week.clinic(), week.week()).getBytes(StandardCharsets.UTF_8);

            ClinicWeek read = ReadClinicWeek.read(new ConsumerRecord<>("dripline.clinic-weeks.v1", 0, 0, key, value));

            assertThat(read.clinic()).doesNotContain("\0").isEqualTo(week.clinic());
        } catch (RefusedRecordException expected) {
            assertThat(expected.getMessage()).hasSizeLessThan(10_000);
        }
    }
}
