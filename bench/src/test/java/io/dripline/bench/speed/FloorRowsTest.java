package io.dripline.bench.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FloorRowsTest {

    private static final WrittenReport LIKE =
            new WrittenReport("clinic-north", "{\"schema\":1}", "clinic-north", 32, 32, 40, List.of(95, 120));

    @Test
    void areAsLongAsWhatIntakeWrote() {
        FloorRows.Row row = new FloorRows(List.of(LIKE), "a", 0, 1).next();

        assertThat(row.contentHash()).hasSize(32);
        assertThat(row.wrapped()).hasSize(40);
        assertThat(row.words()).extracting(words -> words.sealed().length).containsExactly(95, 120);
        assertThat(row.patient()).matches("[0-9a-f]{64}");
    }

    @Test
    void areSixOfAPatientAndNeverOfOneSession() {
        FloorRows rows = new FloorRows(List.of(LIKE), "a", 0, 1);
        List<FloorRows.Row> made = Stream.generate(rows::next).limit(12).toList();

        assertThat(made.subList(0, 6))
                .allMatch(row -> row.codeHash() == made.getFirst().codeHash());
        assertThat(made.get(6).codeHash()).isNotEqualTo(made.getFirst().codeHash());
        assertThat(made)
                .extracting(FloorRows.Row::session)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.version() == 7 && id.variant() == 2);
        assertThat(made).extracting(FloorRows.Row::reference).doesNotHaveDuplicates();
    }

    @Test
    void ofTwoWritersHaveNoReferenceInCommon() {
        Set<String> references = new HashSet<>();
        for (int writer = 0; writer < 20; writer++) {
            FloorRows rows = new FloorRows(List.of(LIKE), "a", writer, 1);
            for (int i = 0; i < 200; i++) {
                assertThat(references.add(rows.next().reference())).isTrue();
            }
        }
    }
}
