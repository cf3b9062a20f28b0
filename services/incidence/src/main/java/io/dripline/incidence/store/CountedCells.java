package io.dripline.incidence.store;

import io.dripline.contracts.incidence.MeasureCount;
import io.dripline.counting.CellCount;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/** A partition's share of a cell as bytes. */
public final class CountedCells implements Serde<CountedCell> {

    private static final int FORMAT = 1;

    @Override
    public Serializer<CountedCell> serializer() {
        return (topic, cell) -> cell == null ? null : write(cell);
    }

    @Override
    public Deserializer<CountedCell> deserializer() {
        return (topic, bytes) -> bytes == null ? null : BinaryReader.read(bytes, FORMAT, CountedCells::read);
    }

    private static byte[] write(CountedCell cell) {
        CellCount count = cell.count();
        var out = new BinaryWriter(FORMAT)
                .number(cell.version())
                .number(count.exposed())
                .number(count.awaiting())
                .number(count.replaced())
                .number(count.measures().size());
        count.measures()
                .forEach((measure, measured) ->
                        out.text(measure).number(measured.affected()).number(measured.possible()));
        return out.bytes();
    }

    private static CountedCell read(BinaryReader in) {
        long version = in.number();
        long exposed = in.number();
        long awaiting = in.number();
        long replaced = in.number();
        int size = in.count();
        Map<String, MeasureCount> measures = new HashMap<>();
        for (int i = 0; i < size; i++) {
            measures.put(in.text(), new MeasureCount(in.number(), in.number()));
        }
        return new CountedCell(version, new CellCount(exposed, awaiting, replaced, measures));
    }
}
