package io.dripline.local.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CyclesTest {

    private static final Cycle FIRST = new Cycle(1, 9, Fault.KILL_KAFKA, 8_200, 12_000, 210, 180, 44, 0, 0, 0, 512, 0);
    private static final Cycle SECOND = new Cycle(2, 9, Fault.KILL_KAFKA, 4_200, 22_000, 190, 150, 41, 1, 2, 3, 600, 4);

    @TempDir
    private Path directory;

    @Test
    void runsAddUpInTheFile() {
        Path file = directory.resolve("data/cycles.csv");
        Cycles.in(file).add(FIRST);

        Cycles again = Cycles.in(file);
        assertThat(again.next()).isEqualTo(2);
        again.add(SECOND);

        assertThat(Cycles.in(file).all()).containsExactly(FIRST, SECOND);
    }

    /** Its reports are there; by the same number they would be taken for repetitions. */
    @Test
    void whatDidNotEndIsNotBegunAgain() {
        Path file = directory.resolve("cycles.csv");
        Cycles cycles = Cycles.in(file);
        cycles.begin(1);
        cycles.add(FIRST);
        cycles.begin(2);

        Cycles again = Cycles.in(file);

        assertThat(again.next()).isEqualTo(3);
        assertThat(again.unended()).isEqualTo(1);
        assertThat(again.all()).containsExactly(FIRST);
    }

    @Test
    void aLineThatIsNoCycleIsNamed() throws IOException {
        Path file = directory.resolve("cycles.csv");
        Cycles.in(file).add(FIRST);
        Files.writeString(file, "2,9,kill-kafka\n", StandardOpenOption.APPEND);

        assertThatThrownBy(() -> Cycles.in(file))
                .hasMessageContaining("cycles.csv, line 3: expected 13 fields")
                .hasMessageContaining("found: 2,9,kill-kafka");
    }

    @Test
    void sumsAndTheLongestTimesAreTold() {
        assertThat(TellCycle.summary(List.of(FIRST, SECOND)))
                .contains("| kill-kafka | 2 | 6.2 | 8.2 | 22.0 | 1 |")
                .contains("2 cycles, 400 reports acknowledged: 1 lost, 2 twice, 3 cells that differ, 4 alerts wrong")
                .doesNotContain("kill-intake");
    }

    @Test
    void aCycleIsWellOnlyWithoutAnyFault() {
        assertThat(FIRST.isWell()).isTrue();
        assertThat(SECOND.isWell()).isFalse();
        assertThat(new Cycle(1, 9, Fault.POISON, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1).isWell())
                .isFalse();
    }
}
