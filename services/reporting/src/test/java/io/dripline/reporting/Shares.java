package io.dripline.reporting;

import io.dripline.contracts.ContractJson;
import io.dripline.contracts.Topics;
import io.dripline.contracts.incidence.Cell;
import io.dripline.contracts.incidence.CellShare;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.MeasureCount;
import io.dripline.contracts.incidence.Unit;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Records of the incidence topic. */
public final class Shares {

    private Shares() {}

    public static Cell cell(Unit unit, String week, String clinic) {
        return new Cell(
                unit,
                IsoWeek.parse(week),
                clinic,
                "INTRAVENOUS",
                "RACEMIC",
                "SINGLE",
                "MIXED_PAIN",
                "FROM_0_5_TO_1",
                "CHECKLIST");
    }

    /** A share without anything awaiting, of which {@code affected} exposures count for ANY and CNS. */
    public static CellShare share(int shard, long version, Cell cell, long exposed, long affected) {
        return share(shard, version, cell, exposed, 0, Map.of("ANY", affected, "CNS", affected));
    }

    /** A share in which those awaiting are not affected otherwise. */
    public static CellShare share(
            int shard, long version, Cell cell, long exposed, long awaiting, Map<String, Long> affected) {
        Map<String, MeasureCount> measures = new java.util.HashMap<>();
        affected.forEach((measure, count) -> measures.put(measure, new MeasureCount(count, count + awaiting)));
        return new CellShare(ContractJson.SCHEMA, 1, shard, version, cell, exposed, awaiting, 0, measures);
    }

    /** The same counts as counted by another generation. */
    public static CellShare of(int generation, CellShare share) {
        return new CellShare(
                share.schema(),
                generation,
                share.shard(),
                share.version(),
                share.cell(),
                share.exposed(),
                share.awaiting(),
                share.replaced(),
                share.measures());
    }

    public static ProducerRecord<byte[], byte[]> outgoing(CellShare share) {
        return new ProducerRecord<>(Topics.INCIDENCE, share.shard(), key(share), ContractJson.write(share));
    }

    public static ConsumerRecord<byte[], byte[]> incoming(CellShare share, long offset) {
        return new ConsumerRecord<>(Topics.INCIDENCE, share.shard(), offset, key(share), ContractJson.write(share));
    }

    private static byte[] key(CellShare share) {
        return CellShare.key(share.shard(), share.cell()).getBytes(StandardCharsets.UTF_8);
    }
}
