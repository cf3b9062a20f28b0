package io.dripline.incidence.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dripline.contracts.incidence.MeasureCount;
import io.dripline.counting.CellCount;
import io.dripline.counting.CountedSession;
import io.dripline.counting.PatientSessions;
import io.dripline.incidence.CodedExample;
import io.dripline.incidence.RandomHistory;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.time.api.DateTimes;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;

class StoredValuesTest {

    private static final StoredPatients PATIENTS = new StoredPatients();
    private static final CountedCells CELLS = new CountedCells();

    @Property(tries = 300)
    void aPatientsSessionsComeBack(@ForAll Random random) {
        var states = RandomHistory.of(List.of("patient-ü"), random.nextInt(9), random);
        var patient = PatientSessions.of(
                states.stream().map(CodedExample::coded).map(CountedSession::of).toList());

        assertThat(thereAndBack(PATIENTS, patient)).isEqualTo(patient);
    }

    @Property(tries = 300)
    void anyInstantComesBack(@ForAll("instants") Instant instant) {
        byte[] bytes = new BinaryWriter(1).instant(instant).bytes();

        assertThat(BinaryReader.<Instant>read(bytes, 1, BinaryReader::instant)).isEqualTo(instant);
    }

    @Property(tries = 1000)
    void anyNumberComesBack(@ForAll long number) {
        byte[] bytes = new BinaryWriter(1).number(number).bytes();

        assertThat(BinaryReader.<Long>read(bytes, 1, BinaryReader::number)).isEqualTo(number);
    }

    @Property(tries = 300)
    void anyTextsComeBack(@ForAll List<String> texts) {
        var out = new BinaryWriter(1);
        texts.forEach(out::text);

        List<String> read = BinaryReader.read(
                out.bytes(), 1, in -> texts.stream().map(text -> in.text()).toList());

        assertThat(read).isEqualTo(texts);
    }

    @Property(tries = 300)
    void aCellComesBack(@ForAll("cells") CountedCell cell) {
        assertThat(thereAndBack(CELLS, cell)).isEqualTo(cell);
    }

    @Property(tries = 300)
    void aValueThatIsCutShortIsRefused(@ForAll("cells") CountedCell cell, @ForAll Random random) {
        byte[] bytes = CELLS.serializer().serialize("", cell);
        byte[] cut = Arrays.copyOf(bytes, random.nextInt(bytes.length));

        assertThatThrownBy(() -> CELLS.deserializer().deserialize("", cut)).isInstanceOf(SerializationException.class);
    }

    @Example
    void anotherFormatIsRefused() {
        assertThatThrownBy(() -> CELLS.deserializer().deserialize("", new byte[] {2, 0}))
                .isInstanceOf(SerializationException.class)
                .hasMessage("stored value: expected format 1, found 2");
    }

    @Example
    void aFurtherSessionTakesFewBytes() {
        int two = size(2);
        int twelve = size(12);

        assertThat((twelve - two) / 10).isLessThan(60);
    }

    @Provide
    Arbitrary<Instant> instants() {
        return DateTimes.instants();
    }

    @Provide
    Arbitrary<CountedCell> cells() {
        Arbitrary<Long> counts = Arbitraries.longs().between(1, 1L << 40);
        Arbitrary<Map<String, MeasureCount>> measures = Arbitraries.maps(
                        Arbitraries.of("ANY", "GI", "CNS", "SERIOUS", "nausea-or-vomiting"),
                        counts.map(count -> new MeasureCount(count, count)))
                .ofMaxSize(5);
        return Combinators.combine(
                        Arbitraries.longs().greaterOrEqual(0),
                        counts,
                        counts,
                        Arbitraries.longs().greaterOrEqual(0),
                        measures)
                .as((version, awaiting, more, replaced, measured) -> {
                    Map<String, MeasureCount> possible = new HashMap<>();
                    measured.forEach((measure, count) ->
                            possible.put(measure, new MeasureCount(count.affected(), count.affected() + awaiting)));
                    return new CountedCell(version, new CellCount((1L << 41) + more, awaiting, replaced, possible));
                });
    }

    private static int size(int sessions) {
        var patient = PatientSessions.of(IntStream.range(0, sessions)
                .mapToObj(i ->
                        CountedSession.of(CodedExample.session("patient-1", i).coded()))
                .toList());
        return PATIENTS.serializer().serialize("", patient).length;
    }

    private static <T> T thereAndBack(Serde<T> serde, T value) {
        return serde.deserializer().deserialize("", serde.serializer().serialize("", value));
    }
}
