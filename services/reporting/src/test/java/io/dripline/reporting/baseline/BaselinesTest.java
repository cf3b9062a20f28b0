package io.dripline.reporting.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselinesTest {

    private static final String GOOD = """
            - id: one
              study: S
              citation: C
              place: P
              measure: CNS
              measurePrinted: M
              kind: RANGE
              printed: "4-8%"
              low: 0.04
              high: 0.08
              standing: USABLE
            """;

    @Test
    void holdsTheFiveRowsOfTable9() {
        List<Baseline> all = new Baselines().all();

        assertThat(all)
                .extracting(Baseline::measure, Baseline::kind, Baseline::low, Baseline::high, NullFromFigure::p0)
                .containsExactly(
                        row("CNS", FigureKind.RANGE, 0.04, 0.08, OptionalDouble.of(0.08)),
                        row("GI", FigureKind.RANGE, 0.03, 0.07, OptionalDouble.of(0.07)),
                        row("CARDIOVASCULAR", FigureKind.QUALITATIVE, null, null, OptionalDouble.empty()),
                        row("HEPATIC", FigureKind.QUALITATIVE, null, null, OptionalDouble.empty()),
                        row("UROGENITAL", FigureKind.QUALITATIVE, null, null, OptionalDouble.empty()));
    }

    private static org.assertj.core.groups.Tuple row(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    low: 0.04;         low: 4;             baselines.yaml entry 1 (one): low: expected a proportion, 0 to 1, found 4.0
                    low: 0.04;         low: 0.09;          baselines.yaml entry 1 (one): low: expected not above high
                    standing: USABLE;  standing: GOOD;     baselines.yaml entry 1 (one)
                    standing: USABLE;  standing: NO_NUMBER; baselines.yaml entry 1 (one): standing: expected NO_NUMBER for words
                    study: S;          "study: ''";        baselines.yaml entry 1 (one): study: expected a text
                    kind: RANGE;       kind: QUALITATIVE;  baselines.yaml entry 1 (one)
                    id: one;           "id: [";            baselines.yaml line
                    """)
    void namesTheEntryAndWhatIsWrong(String text, String replacement, String message) {
        byte[] yaml = GOOD.replace(text, replacement.replace("\"", "")).getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> Baselines.parse(yaml))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void refusesAFieldThatItDoesNotKnow() {
        assertThatThrownBy(() -> Baselines.parse((GOOD + "  colour: red\n").getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("baselines.yaml entry 1 (one)")
                .hasMessageContaining("colour");
    }

    @Test
    void refusesAnIdThatIsTaken() {
        assertThatThrownBy(() -> Baselines.parse((GOOD + GOOD).getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("baselines.yaml entry 2 (one): the id is taken");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', nullValues = "-", textBlock = """
                    RANGE;         USABLE;     0.04; 0.08; -;  -;   0.08
                    RANGE;         DISCORDANT; 0.04; 0.08; -;  -;   0.08
                    RANGE;         IMPOSSIBLE; 0.04; 0.08; -;  -;   -
                    PROPORTION;    USABLE;     -;    0.1;  -;  -;   0.1
                    PROPORTION;    USABLE;     -;    0;    -;  -;   -
                    PROPORTION;    USABLE;     -;    0.1;  20; -;   -
                    COUNT;         USABLE;     -;    -;    0;  1985; 0.00150804677742
                    RELATIVE_RISK; USABLE;     -;    -;    -;  -;   -
                    """)
    void derivesANullFromAFigure(
            FigureKind kind, Standing standing, Double low, Double high, Long x, Long n, Double expected) {
        // Of PROPORTION with n the columns hold n in the place of x.
        Long patients = kind == FigureKind.PROPORTION ? x : n;
        Long affected = kind == FigureKind.PROPORTION ? null : x;
        Baseline figure = new Baseline(
                "one", "S", "C", "P", null, null, patients, null, null, null, null, null, "CNS", "M", kind, "p", low,
                high, affected, null, null, null, null, standing, null);

        OptionalDouble p0 = NullFromFigure.p0(figure);

        if (expected == null) {
            assertThat(p0).isEmpty();
        } else {
            assertThat(p0.getAsDouble()).isCloseTo(expected, org.assertj.core.data.Offset.offset(1e-9));
        }
    }

    @Test
    void onlyNumbersAreComparable() throws IOException {
        Baselines baselines = new Baselines();

        assertThat(baselines.comparable("CNS")).extracting(Baseline::id).containsExactly("table9-cns");
        assertThat(baselines.comparable("HEPATIC")).isEmpty();
    }
}
