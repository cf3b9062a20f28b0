package io.dripline.reporting.incidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dripline.contracts.Topics;
import io.dripline.contracts.UnreadableRecordException;
import io.dripline.contracts.incidence.CellShare;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.Shares;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadCellShareTest {

    private static final CellShare SHARE =
            Shares.share(2, 5, Shares.cell(Unit.COURSE, "2026-W47", "clinic-north"), 10, 3);

    @Test
    void readsWhatIncidenceWrites() {
        assertThat(ReadCellShare.read(Shares.incoming(SHARE, 0))).isEqualTo(SHARE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    "version":5;                  "version":0;                    version: expected 1 or more
                    "generation":1;               "generation":0;                 generation: expected 1 or more
                    "shard":2;                    "shard":3;                      shard: expected the partition 2
                    "clinic":"clinic-north";      "clinic":"clinic-south";        key: expected
                    "clinic":"clinic-north",;     '';                             every dimension stated
                    "clinic":"clinic-north";      "clinic":"a|b";                 none blank or with a bar
                    "exposed":10;                 "exposed":2;                    measures.
                    "awaiting":0;                 "awaiting":9;                   awaiting <= possible
                    "awaiting":0;                 "awaiting":11;                  not a readable CellShare
                    "week":"2026-W47";            "week":"2026-W77";              not a readable CellShare
                    "schema":1;                   "schema":2;                     schema
                    """)
    void namesWhatIsWrong(String text, String replacement, String message) {
        ConsumerRecord<byte[], byte[]> record = changed(json -> {
            assertThat(json).contains(text);
            return json.replace(text, replacement == null ? "" : replacement);
        });

        assertThatThrownBy(() -> ReadCellShare.read(record))
                .isInstanceOf(UnreadableRecordException.class)
                .hasMessageContaining(message);
    }

    @Test
    void refusesATombstone() {
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(Topics.INCIDENCE, 2, 0, new byte[] {1}, null);

        assertThatThrownBy(() -> ReadCellShare.read(record)).isInstanceOf(UnreadableRecordException.class);
    }

    private static ConsumerRecord<byte[], byte[]> changed(UnaryOperator<String> change) {
        ConsumerRecord<byte[], byte[]> record = Shares.incoming(SHARE, 0);
        byte[] json =
                change.apply(new String(record.value(), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        return new ConsumerRecord<>(Topics.INCIDENCE, 2, 0, record.key(), json);
    }
}
