package io.dripline.reporting.incidence;

import static io.dripline.contracts.deadletter.DeadLetterCause.BROKEN_INVARIANT;

import io.dripline.contracts.ContractJson;
import io.dripline.contracts.RefusedRecordException;
import io.dripline.contracts.incidence.Cell;
import io.dripline.contracts.incidence.CellShare;
import io.dripline.contracts.incidence.MeasureCount;
import io.dripline.contracts.incidence.Unit;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Reads a record of the incidence topic and refuses what would miscount. */
final class ReadCellShare {

    private ReadCellShare() {}

    /**
     * The share that a record holds.
     *
     * @throws RefusedRecordException naming what is wrong
     */
    static CellShare read(ConsumerRecord<byte[], byte[]> record) {
        CellShare share = ContractJson.read(record.value(), CellShare.class);
        requireDimensions(share.cell());
        require(share.generation() >= 1, "generation", "1 or more", share.generation());
        require(share.version() >= 1, "version", "1 or more", share.version());
        if (share.shard() != record.partition()) {
            throw refused("shard", "the partition " + record.partition(), share.shard());
        }
        requireKey(record.key(), share);
        require(
                share.replaced() == 0 || share.cell().unit() == Unit.FIRST_COURSE,
                "replaced",
                "0 in a cell of " + share.cell().unit(),
                share.replaced());
        share.measures().forEach((measure, count) -> requireCount(share, measure, count));
        return share;
    }

    /** When the report was received that changed the share; empty where none did, or what the header says cannot be read. */
    static Optional<Instant> receivedAt(ConsumerRecord<byte[], byte[]> record) {
        Header header = record.headers().lastHeader(CellShare.RECEIVED_AT);
        if (header == null || header.value() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(new String(header.value(), StandardCharsets.UTF_8)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Jackson leaves a missing component null, whatever the type says. */
    private static void requireDimensions(@Nullable Cell cell) {
        require(cell != null, "cell", "a cell", "none");
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
        require(complete, "cell", "every dimension stated, none blank or with a bar", "one that is not");
    }

    private static void requireKey(byte @Nullable [] key, CellShare share) {
        String expected = CellShare.key(share.shard(), share.cell());
        require(
                key != null && expected.equals(new String(key, StandardCharsets.UTF_8)),
                "key",
                "that of its shard and cell",
                key == null ? "none" : "another");
    }

    private static void requireCount(CellShare share, String measure, MeasureCount count) {
        if (count.affected() <= count.possible()
                && count.possible() <= share.exposed()
                && share.awaiting() <= count.possible()
                && count.possible() - share.awaiting() <= count.affected()) {
            return;
        }
        throw refused(
                measure.matches("[A-Za-z][A-Za-z-]{0,39}") ? "measures." + measure : "measures",
                "awaiting <= possible <= exposed and affected <= possible <= affected + awaiting",
                "affected %d and possible %d with exposed %d and awaiting %d"
                        .formatted(count.affected(), count.possible(), share.exposed(), share.awaiting()));
    }

    /** @param found a number, or a word of ours: what the record says in text is not repeated */
    private static void require(boolean holds, String field, String expected, Object found) {
        if (!holds) {
            throw refused(field, expected, found);
        }
    }

    private static RefusedRecordException refused(String field, String expected, Object found) {
        return new RefusedRecordException(
                BROKEN_INVARIANT, "%s: expected %s, found %s".formatted(field, expected, found));
    }
}
