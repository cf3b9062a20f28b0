package io.dripline.reporting.incidence;

import io.dripline.contracts.ContractJson;
import io.dripline.contracts.UnreadableRecordException;
import io.dripline.contracts.incidence.Cell;
import io.dripline.contracts.incidence.CellShare;
import io.dripline.contracts.incidence.MeasureCount;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Reads a record of the incidence topic and refuses what would miscount. */
final class ReadCellShare {

    private ReadCellShare() {}

    /**
     * The share that a record holds.
     *
     * @throws UnreadableRecordException naming what is wrong
     */
    static CellShare read(ConsumerRecord<byte[], byte[]> record) {
        CellShare share = ContractJson.read(record.value(), CellShare.class);
        requireDimensions(share.cell());
        require(share.generation() >= 1, "generation", "1 or more", share.generation());
        require(share.version() >= 1, "version", "1 or more", share.version());
        require(share.shard() == record.partition(), "shard", "the partition " + record.partition(), share.shard());
        String key = record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8);
        String expected = CellShare.key(share.shard(), share.cell());
        require(expected.equals(key), "key", expected, key);
        share.measures().forEach((measure, count) -> requireCount(share, measure, count));
        return share;
    }

    /** Jackson leaves a missing component null, whatever the type says. */
    private static void requireDimensions(@Nullable Cell cell) {
        require(cell != null, "cell", "a cell", null);
        boolean complete = cell != null
                && cell.unit() != null
                && cell.week() != null
                && Arrays.asList(
                                cell.clinic(),
                                cell.route(),
                                cell.formulation(),
                                cell.regimen(),
                                cell.indication(),
                                cell.doseBand(),
                                cell.ascertainment())
                        .stream()
                        .allMatch(value -> value != null && !value.isBlank() && value.indexOf('|') < 0);
        require(complete, "cell", "every dimension stated, none blank or with a bar", cell);
    }

    private static void requireCount(CellShare share, String measure, MeasureCount count) {
        boolean within = count.affected() <= count.possible()
                && count.possible() <= share.exposed()
                && share.awaiting() <= count.possible()
                && count.possible() - share.awaiting() <= count.affected();
        require(
                within,
                "measures." + measure,
                "awaiting <= possible <= exposed and affected <= possible <= affected + awaiting",
                "%s with exposed %d and awaiting %d".formatted(count, share.exposed(), share.awaiting()));
    }

    private static void require(boolean holds, String field, String expected, @Nullable Object found) {
        if (!holds) {
            throw new UnreadableRecordException(
                    "%s: expected %s, found %s".formatted(field, expected, Objects.toString(found)), null);
        }
    }
}
