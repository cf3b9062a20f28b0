package io.dripline.reporting.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dripline.contracts.session.Route;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadCatalogueTest {

    private static final String GOOD = """
            - study: S
              citation: C
              place: P
              route: ORAL
              figures:
                - id: one
                  measure: CNS
                  measurePrinted: M
                  kind: RANGE
                  printed: "4-8%"
                  low: 0.04
                  high: 0.08
            """;
    private static final String ANOTHER =
            GOOD.substring(GOOD.indexOf("    - id")).replace("one", "two");

    @Test
    void aFigureSaysWhatItsRowSaysUnlessItSaysOtherwise() throws IOException {
        List<Baseline> figures = read(
                GOOD + ANOTHER + "      route: TOPICAL\n" + ANOTHER.replace("two", "three") + "      route: null\n");

        assertThat(figures).extracting(Baseline::id).containsExactly("one", "two", "three");
        assertThat(figures).extracting(Baseline::route).containsExactly(Route.ORAL, Route.TOPICAL, null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    low: 0.04;      low: 4;                   entry 1 (one): low: expected a proportion, printed in per cent, found 4.0
                    low: 0.04;      low: 0.05;                entry 1 (one): low: expected a proportion, printed in per cent, found 0.05
                    high: 0.08;     high: null;               entry 1 (one): high: expected a proportion, printed in per cent, found null
                    high: 0.08;     x: 3;                     entry 1 (one): x: expected a number that is printed, found 3
                    high: 0.08;     n: 0;                     entry 1 (one): n: expected 1 or more, found 0
                    high: 0.08;     estimate: 4;              entry 1 (one): high
                    measure: CNS;   measure: FEVER;           entry 1 (one): measure: expected one of
                    measure: CNS;   standing: USABLE;         entry 1 (one): standing: it is derived
                    study: S;       study: null;              entry 1 (one): study: expected a text
                    kind: RANGE;    kind: QUALITATIVE;        entry 1 (one): kind: expected no number beside words
                    kind: RANGE;    kind: PROPORTION;         entry 1 (one): low: expected none beside the one figure
                    kind: RANGE;    kind: COUNT;              entry 1 (one): low: expected none beside a count
                    kind: RANGE;    kind: RELATIVE_RISK;      entry 1 (one): low: expected a ratio that is printed
                    kind: RANGE;    kind: HEARSAY;            entry 1 (one)
                    id: one;        id: One;                  entry 1 (One): id: expected lower case
                    id: one;        id: [;                    baselines.yaml line
                    route: ORAL;    colour: red;              entry 1 (one): Unrecognized field "colour"
                    """)
    void namesTheEntryAndWhatIsWrong(String text, String replacement, String message) {
        assertThatThrownBy(() -> read(GOOD.replace(text, replacement)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("baselines.yaml ")
                .hasMessageContaining(message);
    }

    @Test
    void refusesAnEstimateOfWhatIsNoRelativeRisk() {
        assertThatThrownBy(() -> read(GOOD + "      estimate: 4\n"))
                .hasMessageContaining("entry 1 (one): estimate: expected that of a relative risk");
    }

    @ParameterizedTest
    @ValueSource(strings = {"three", "two"})
    void refusesToRepeatNothingOrItself(String repeated) {
        assertThatThrownBy(() -> read(GOOD + ANOTHER + "      repeats: " + repeated + "\n"))
                .hasMessage("baselines.yaml (two): repeats: expected another figure of the same numbers, found "
                        + repeated);
    }

    @Test
    void refusesToRepeatOtherNumbers() {
        String other = ANOTHER.replace("4-8%", "3-8%").replace("0.04", "0.03");

        assertThatThrownBy(() -> read(GOOD + other + "      repeats: one\n"))
                .hasMessageContaining("(two): repeats: expected another figure of the same numbers");
    }

    @Test
    void refusesAnIdThatIsTaken() {
        assertThatThrownBy(() -> read(GOOD + ANOTHER.replace("two", "one")))
                .hasMessage("baselines.yaml entry 2 (one): the id is taken");
    }

    @Test
    void refusesARowWithoutFigures() {
        assertThatThrownBy(() -> read("- place: P\n"))
                .hasMessage("baselines.yaml row \"P\": expected a list of figures");
    }

    private static List<Baseline> read(String yaml) throws IOException {
        return ReadCatalogue.from(yaml.getBytes(StandardCharsets.UTF_8));
    }
}
