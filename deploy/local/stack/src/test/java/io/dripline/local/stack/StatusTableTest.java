package io.dripline.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class StatusTableTest {

    @Test
    void alignsWordsLeftAndFiguresRightAndAddsTheMemoryUp() {
        // Given
        var table = new StatusTable(List.of(
                new StatusTable.Row("Kafka", "127.0.0.1:19092", 7, Duration.ofMillis(1350), OptionalLong.of(196)),
                new StatusTable.Row(
                        "reporting", "http://127.0.0.1:8080", 12345, Duration.ofSeconds(12), OptionalLong.of(210))));

        // When
        var text = table.text();

        // Then
        assertThat(text.lines())
                .containsExactly(
                        "  part        address                   pid   ready after   memory",
                        "  Kafka       127.0.0.1:19092             7         1.4 s   196 MB",
                        "  reporting   http://127.0.0.1:8080   12345        12.0 s   210 MB",
                        "  together                                                  406 MB");
    }

    @Test
    void showsAQuestionMarkWhereTheMachineTellsNoMemory() {
        // Given
        var table = new StatusTable(
                List.of(new StatusTable.Row("Kafka", "127.0.0.1:19092", 7, Duration.ZERO, OptionalLong.empty())));

        // When
        var text = table.text();

        // Then
        assertThat(text.lines().toList().getLast()).endsWith("?");
    }

    @Test
    void readsWhatAProcessHoldsInProportion() {
        // When
        var kilobytes = ResidentMemory.proportional(List.of("Rss:   5000 kB", "Pss:   1234 kB", "Pss_Anon:  9 kB"));

        // Then
        assertThat(kilobytes).hasValue(1234);
    }
}
