package io.dripline.reporting.incidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dripline.contracts.RefusedRecordException;
import io.dripline.contracts.Topics;
import io.dripline.contracts.deadletter.DeadLetterCause;
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
            "schema":1;                   "schema":2;                     UNKNOWN_VERSION;  of schema 1, found schema 2
            "version":5;                  "version":0;                    BROKEN_INVARIANT; version: expected 1 or more, found 0
            "version":5;                  "version":"five";               UNREADABLE;       CellShare.version: expected a value of type long
            "generation":1;               "generation":0;                 BROKEN_INVARIANT; generation: expected 1 or more, found 0
            "shard":2;                    "shard":3;                      BROKEN_INVARIANT; shard: expected the partition 2, found 3
            "clinic":"clinic-north";      "clinic":"clinic-south";        BROKEN_INVARIANT; key: expected that of its shard and cell, found another
            "clinic":"clinic-north",;     '';                             BROKEN_INVARIANT; every dimension stated
            "clinic":"clinic-north";      "clinic":"a|b";                 BROKEN_INVARIANT; none blank or with a bar
            "week":"2026-W47";            "week":"2026-W77";              BROKEN_INVARIANT; CellShare.cell.week: expected an ISO week
            "exposed":10;                 "exposed":2;                    BROKEN_INVARIANT; possible 3 with exposed 2
            "exposed":10;                 "exposed":-10;                  BROKEN_INVARIANT; exposed -10
            "awaiting":0;                 "awaiting":9;                   BROKEN_INVARIANT; awaiting <= possible
            "awaiting":0;                 "awaiting":11;                  BROKEN_INVARIANT; awaiting 11
            "replaced":0;                 "replaced":1;                   BROKEN_INVARIANT; replaced: expected 0 in a cell of COURSE, found 1
            "possible":3;                 "possible":2;                   BROKEN_INVARIANT; expected 0 <= affected <= possible, found 3 and 2
            "affected":3;                 "affected":-3;                  BROKEN_INVARIANT; found -3 and 3
            "possible":3;                 "possible":4;                   BROKEN_INVARIANT; possible <= affected + awaiting
            "cell":;                      "room":;                        BROKEN_INVARIANT; cell: expected a cell, found none
            "measures":;                  "more":;                        BROKEN_INVARIANT; measures: expected counts by measure
            """)
    void namesWhatIsWrong(String text, String replacement, DeadLetterCause cause, String message) {
        ConsumerRecord<byte[], byte[]> record = changed(json -> {
            assertThat(json).contains(text);
            return json.replace(text, replacement == null ? "" : replacement);
        });

        assertRefused(record, cause, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', nullValues = "TOMBSTONE", textBlock = """
            TOMBSTONE;            expected a CellShare, found a tombstone
            '';                   expected a CellShare, found an empty value
            garbage;              expected a CellShare in JSON
            {"schema":1,"cell":{; expected a CellShare in JSON
            """)
    void refusesWhatIsNoShare(String value, String message) {
        byte[] bytes = value == null ? null : value.getBytes(StandardCharsets.UTF_8);

        assertRefused(
                new ConsumerRecord<>(Topics.INCIDENCE, 2, 0, new byte[] {1}, bytes),
                DeadLetterCause.UNREADABLE,
                message);
    }

    @Test
    void refusesAShareWithoutAKey() {
        ConsumerRecord<byte[], byte[]> share = Shares.incoming(SHARE, 0);

        assertRefused(
                new ConsumerRecord<>(Topics.INCIDENCE, 2, 0, null, share.value()),
                DeadLetterCause.BROKEN_INVARIANT,
                "key: expected that of its shard and cell, found none");
    }

    private static void assertRefused(ConsumerRecord<byte[], byte[]> record, DeadLetterCause cause, String message) {
        assertThatThrownBy(() -> ReadCellShare.read(record))
                .isInstanceOfSatisfying(RefusedRecordException.class, refusal -> {
                    assertThat(refusal.why()).isEqualTo(cause);
                    assertThat(refusal.getMessage()).contains(message).doesNotContain("clinic-");
                });
    }

    private static ConsumerRecord<byte[], byte[]> changed(UnaryOperator<String> change) {
        ConsumerRecord<byte[], byte[]> record = Shares.incoming(SHARE, 0);
        byte[] json =
                change.apply(new String(record.value(), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        return new ConsumerRecord<>(Topics.INCIDENCE, 2, 0, record.key(), json);
    }
}
