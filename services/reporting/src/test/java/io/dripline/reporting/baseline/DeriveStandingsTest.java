package io.dripline.reporting.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeriveStandingsTest {

    /** One figure a line, its fields separated by commas, all of one row. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    kind: QUALITATIVE, printed: rare                                              | NO_NUMBER
                    kind: RANGE, printed: 4-8%, low: 0.04, high: 0.08                             | USABLE
                    kind: RANGE, printed: 8-4%, low: 0.08, high: 0.04                             | IMPOSSIBLE
                    kind: RELATIVE_RISK, printed: 2 [1-4], estimate: 2, low: 1, high: 4           | USABLE
                    kind: RELATIVE_RISK, printed: 4 [1-4], estimate: 4, low: 1, high: 4           | USABLE
                    kind: RELATIVE_RISK, printed: 5 [1-4], estimate: 5, low: 1, high: 4           | IMPOSSIBLE
                    kind: RELATIVE_RISK, printed: 0.5 [1-4], estimate: 0.5, low: 1, high: 4       | IMPOSSIBLE
                    kind: RELATIVE_RISK, printed: 2 [4-1], estimate: 2, low: 4, high: 1           | IMPOSSIBLE
                    kind: COUNT, printed: 5 patients, x: 5, n: 5                                  | USABLE
                    kind: COUNT, printed: 6 patients, x: 6, n: 5                                  | IMPOSSIBLE
                    kind: COUNT, printed: 1 patient (3%), x: 1, high: 0.03, n: 35                 | USABLE
                    kind: COUNT, printed: 1 patient (4%), x: 1, high: 0.04, n: 35                 | IMPOSSIBLE
                    kind: PROPORTION, printed: 33.3%, high: 0.333, n: 3                           | USABLE
                    kind: PROPORTION, printed: 33%, high: 0.33, n: 3                              | USABLE
                    kind: PROPORTION, printed: 33.4%, high: 0.334, n: 3                           | IMPOSSIBLE
                    kind: PROPORTION, printed: 25%, high: 0.25, n: 70                             | IMPOSSIBLE
                    kind: PROPORTION, printed: 25%, high: 0.25                                    | USABLE
                    """)
    void ofOneFigure(String fields, Standing expected) throws IOException {
        assertThat(derive(fields)).extracting(Baseline::standing).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a part above ANY        | measure: ANY, arm: a     | measure: nausea, arm: a                             | IMPOSSIBLE
                    a part above its union  | measure: rash-or-redness | measure: rash                                       | IMPOSSIBLE
                    a narrower union above  | measure: psychotomimetic | measure: hallucination                              | IMPOSSIBLE
                    those that stopped      | measure: nausea          | measure: nausea, narrowedTo: severe                 | IMPOSSIBLE
                    another arm             | measure: ANY, arm: a     | measure: nausea, arm: b                             | USABLE
                    another term            | measure: rash            | measure: nausea                                     | USABLE
                    another union           | measure: rash-or-redness | measure: nausea                                     | USABLE
                    ANY of some only        | measure: ANY, narrowedTo: severe | measure: nausea                            | USABLE
                    the same measure        | measure: nausea          | measure: nausea                                     | USABLE
                    """)
    void ofAPartThatExceeds(String name, String whole, String part, Standing expected) throws IOException {
        List<Baseline> derived = derive(
                whole + ", kind: PROPORTION, printed: 20%, high: 0.2",
                part + ", kind: PROPORTION, printed: 30%, high: 0.3");

        assertThat(derived).as(name).extracting(Baseline::standing).containsOnly(expected);
    }

    @Test
    void aPartThatExceedsByRoundingAloneIsNoContradiction() throws IOException {
        List<Baseline> derived = derive(
                "measure: ANY, kind: PROPORTION, printed: 20%, high: 0.2",
                "measure: nausea, kind: PROPORTION, printed: 20.4%, high: 0.204");

        assertThat(derived).extracting(Baseline::standing).containsOnly(Standing.USABLE);
    }

    @ParameterizedTest
    @CsvSource({"51, IMPOSSIBLE", "52, USABLE", "55, USABLE"})
    void ofTwoGroupsThatShareTheirPatients(long together, Standing expected) throws IOException {
        List<Baseline> derived = derive(
                "arm: a, together: " + together + ", kind: PROPORTION, printed: 33%, high: 0.33",
                "arm: b, together: " + together + ", kind: PROPORTION, printed: 68%, high: 0.68");

        assertThat(derived).extracting(Baseline::standing).containsOnly(expected);
    }

    @Test
    void theReasonComesBeforeTheRemark() throws IOException {
        assertThat(derive("kind: PROPORTION, printed: 25%, high: 0.25, n: 70, remark: Of Table 5."))
                .extracting(Baseline::remark)
                .containsExactly("No count of 70 patients rounds to 25 %. Of Table 5.");
    }

    @Test
    void theRemarkSaysWhatCallersAreNotToldOtherwise() throws IOException {
        List<Baseline> derived = derive(
                "kind: RANGE, printed: 4-8%, low: 0.04, high: 0.08, narrowedTo: severe effects",
                "kind: RANGE, printed: 4-8%, low: 0.04, high: 0.08, repeats: f1, remark: Of a table.",
                "kind: PROPORTION, printed: approximately 8 per cent, high: 0.08",
                "kind: PROPORTION, printed: up to 8 per cent, high: 0.08");

        assertThat(derived)
                .extracting(Baseline::remark)
                .containsExactly(
                        "Counts only severe effects.",
                        "The same figure as f1. Of a table.",
                        "Printed without the number of patients.",
                        null);
    }

    @Test
    void disagreementIsOfBothSides() throws IOException {
        List<Baseline> derived = derive(
                "kind: RANGE, printed: 4-8%, low: 0.04, high: 0.08, disagreesWith: [f2]",
                "kind: PROPORTION, printed: 46%, high: 0.46, n: 70",
                "kind: PROPORTION, printed: 46%, high: 0.46, n: 70");

        assertThat(derived)
                .extracting(Baseline::standing)
                .containsExactly(Standing.DISCORDANT, Standing.DISCORDANT, Standing.USABLE);
        assertThat(derived.getFirst().remark()).isEqualTo("Disagrees with f2 (46%).");
        assertThat(derived.get(1).remark()).isEqualTo("Disagrees with f1 (4-8%).");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    kind: PROPORTION, printed: 5%, high: 0.05                     | (f1): disagreesWith: the figure agrees with f2
                    kind: PROPORTION, printed: up to 46 per cent, high: 0.46      | (f1): disagreesWith: the figure agrees with f2
                    kind: PROPORTION, printed: 20%, high: 0.2, n: 5               | (f1): disagreesWith: the figure agrees with f2
                    kind: PROPORTION, printed: 25%, high: 0.25, n: 70             | (f1): disagreesWith: expected a proportion that does not contradict itself, found f2
                    kind: QUALITATIVE, printed: rare                              | (f1): disagreesWith: expected a proportion that does not contradict itself, found f2
                    kind: RELATIVE_RISK, printed: 2 [1-4], estimate: 2, low: 1, high: 4 | (f1): disagreesWith: expected a proportion
                    kind: PROPORTION, printed: 46%, high: 0.46, id: other         | (f1): disagreesWith: expected a proportion that does not contradict itself, found no figure f2
                    """)
    void aDisagreementThatThePrintedNumbersDoNotBearOutIsRefused(String other, String message) {
        assertThatThrownBy(
                        () -> derive("kind: RANGE, printed: 4-8%, low: 0.04, high: 0.08, disagreesWith: [f2]", other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    private static List<Baseline> derive(String... figures) throws IOException {
        StringBuilder yaml = new StringBuilder("- {study: S, citation: C, place: P, measurePrinted: M, figures: [");
        for (int i = 0; i < figures.length; i++) {
            yaml.append("{")
                    .append(figures[i].contains("id: ") ? "" : "id: f" + (i + 1) + ", ")
                    .append(figures[i].contains("measure: ") ? "" : "measure: CNS, ")
                    .append(quoted(figures[i]))
                    .append("},");
        }
        return ReadCatalogue.from(yaml.append("]}").toString().getBytes(StandardCharsets.UTF_8));
    }

    /** What is printed may hold brackets. */
    private static String quoted(String figure) {
        return Arrays.stream(figure.split(", "))
                .map(field -> field.replaceFirst("^printed: (.*)$", "printed: '$1'"))
                .collect(Collectors.joining(", "));
    }
}
