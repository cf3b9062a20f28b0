package io.dripline.bench.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page in the repository holds what the program computes now, wherever no clock and no simulation is in it. */
class PageTest {

    private static final Path VALIDATION = Path.of("../docs/validation");

    @Test
    void theExactRowsAreThoseOfToday() throws IOException {
        Grid grid = new Grid(List.of(), List.of(), List.of(500, 1_000), 20, 0, BenchSignal.SEED);

        List<String> rows = grid.exact(BenchSignal.P0, BenchSignal.ALPHA).lines();

        assertThat(Files.readString(VALIDATION.resolve("signal.md"))).contains(rows);
    }

    @Test
    void thePriorsAreComparedAsToday() throws IOException {
        List<String> rows = Priors.table(BenchSignal.P0).lines();

        assertThat(Files.readString(VALIDATION.resolve("signal.md"))).contains(rows);
    }

    @Test
    void whatIsSaidOfThePriorsIsComputed() throws IOException {
        String page = Files.readString(VALIDATION.resolve("signal.md"));

        assertThat(page)
                .contains(Priors.closeness())
                .contains(SmallestToAlert.table().toString());
    }

    @Test
    void thePlotOfPriorsIsTheSameToTheByte() throws IOException {
        String svg = Priors.plot(BenchSignal.P0).svg();

        assertThat(Files.readString(VALIDATION.resolve("signal-excess.svg"))).isEqualTo(svg);
    }

    @Test
    void noSectionIsLeftOpen() throws IOException {
        String page = Files.readString(VALIDATION.resolve("signal.md"));

        assertThat(page).doesNotContain("{{").contains("Made by `./dripline bench signal`");
    }
}
