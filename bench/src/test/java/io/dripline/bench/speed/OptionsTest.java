package io.dripline.bench.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class OptionsTest {

    private static final Figure PAIRS = new Figure("--pairs", 7, 5, 5, "pairs");
    private static final Figure SEED = new Figure("--seed", 1, 1, 0, "seed");
    private static final List<Figure> KNOWN = List.of(PAIRS, SEED);

    @Test
    void takesTheUsualFiguresWhereNothingIsSaid() {
        Options options = Options.of(List.of(), KNOWN);

        assertThat(options.get(PAIRS)).isEqualTo(7);
        assertThat(options.isFast()).isFalse();
    }

    @Test
    void aFastRunTakesItsOwnFiguresButForThoseThatAreSaid() {
        Options options = Options.of(List.of("--seed", "42", "--fast"), KNOWN);

        assertThat(options.get(PAIRS)).isEqualTo(5);
        assertThat(options.get(SEED)).isEqualTo(42);
        assertThat(options.isFast()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"--pair 5", "pairs 5", "--Fast 1"})
    void namesAnOptionThatThereIsNot(String words) {
        List<String> arguments = List.of(words.split(" "));

        assertThatThrownBy(() -> Options.of(arguments, KNOWN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(arguments.getFirst() + ": expected --fast or one of --pairs, --seed");
    }

    @ParameterizedTest
    @CsvSource({"4", "-1", "five", "5.5", "99999999999"})
    void namesAFigureThatIsOutOfItsRange(String value) {
        assertThatThrownBy(() -> Options.of(List.of("--pairs", value), KNOWN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("--pairs: expected a whole number from 5 to 2147483647, found " + value);
    }

    @Test
    void namesAnOptionWithoutItsFigure() {
        assertThatThrownBy(() -> Options.of(List.of("--fast", "--seed"), KNOWN))
                .hasMessage("--seed: expected a whole number behind it");
    }

    static Stream<Command> commands() {
        return Stream.of(
                BenchIntake.COMMAND,
                BenchBatch.COMMAND,
                BenchRelay.COMMAND,
                BenchRebuild.COMMAND,
                BenchIncidence.COMMAND);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandsHelpNamesWhatItCanBeTold(Command command) {
        assertThat(command.help()).contains("./dripline bench " + command.name() + " [--fast]");
        assertThat(command.figures())
                .allSatisfy(figure -> assertThat(command.help()).contains(figure.name() + " "));
    }
}
