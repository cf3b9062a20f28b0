package io.dripline.reporting.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dripline.contracts.incidence.Unit;
import io.dripline.statistics.Counts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoolStudiesTest {

    /** What R answers for these five, see the reference values of the domain. */
    private static final String FIVE = """
            - {study: A, citation: C, place: P, measure: nausea, measurePrinted: sick, kind: COUNT, unit: FIRST_COURSE,
               window: infusion, route: INTRAVENOUS, figures: [{id: a, printed: 2 of 60, x: 2, n: 60}]}
            - {study: B, citation: C, place: P, measure: nausea, measurePrinted: sick, kind: COUNT, unit: FIRST_COURSE,
               window: course, route: INTRAVENOUS, figures: [{id: b, printed: 14 of 90, x: 14, n: 90}]}
            - {study: C, citation: C, place: P, measure: nausea, measurePrinted: nausea, kind: COUNT, unit: FIRST_COURSE,
               window: course, route: INTRAVENOUS, figures: [{id: c, printed: 9 of 150, x: 9, n: 150}]}
            - {study: D, citation: C, place: P, measure: nausea, measurePrinted: sick, kind: COUNT, unit: FIRST_COURSE,
               window: course, figures: [{id: d, printed: 30 of 160, x: 30, n: 160}]}
            - {study: E, citation: C, place: P, measure: nausea, measurePrinted: sick, kind: COUNT, unit: FIRST_COURSE,
               window: course, route: INTRAVENOUS, figures: [{id: e, printed: 5 of 110, x: 5, n: 110}]}
            """;

    /** Two studies that can be pooled, and the row that is asked about. */
    private static final String TWO = """
            - {study: A, citation: C, place: P, measure: nausea, measurePrinted: sick, kind: COUNT, unit: FIRST_COURSE,
               window: infusion, figures: [{id: a, printed: 2 of 60, x: 2, n: 60}]}
            - {study: B, citation: C, place: P, measure: nausea, measurePrinted: sick, kind: COUNT, unit: FIRST_COURSE,
               window: course, figures: [{id: b, printed: 14 of 90, x: 14, n: 90}]}
            """;

    private static final String THIRD =
            "- {study: D, citation: C, place: P, measure: nausea, measurePrinted: sick, kind: COUNT, ";

    @Test
    void theNullOfSeveralStudiesIsTheUpperEndOfTheirPredictionInterval() throws IOException {
        Baselines baselines = catalogue(FIVE);

        Baseline pooled = baselines.get("pooled-nausea");

        assertThat(NullFromFigure.p0(pooled).orElseThrow()).isCloseTo(0.48258386276740445, within(1e-12));
        assertThat(pooled.low()).isCloseTo(0.00989801362604442, within(1e-12));
        assertThat(pooled.n()).isEqualTo(570);
        assertThat(pooled.study()).isEqualTo("A, B, C, D, E");
        assertThat(pooled.printed()).startsWith("prediction interval 1.0-48.3% of 2 of 60, 14 of 90");
        assertThat(pooled.measurePrinted()).isEqualTo("sick, nausea");
        assertThat(pooled.route()).as("one study does not say").isNull();
        assertThat(pooled.remark()).contains("a, b, c, d, e").contains("very wide");
        assertThat(NullFromFigure.basis(pooled)).contains("prediction interval");
    }

    @Test
    void isNotHeldAgainstAnObservedRateAsIfItWerePrinted() throws IOException {
        assertThat(catalogue(FIVE).comparable("nausea", Unit.FIRST_COURSE, Map.of()))
                .extracting(Baseline::id)
                .containsExactly("a", "b", "c", "d", "e");
    }

    @Test
    void threeStudiesAreEnoughAndTwoAreNot() throws IOException {
        String third =
                THIRD + "unit: FIRST_COURSE, window: course, figures: [{id: d, printed: 9 of 150, x: 9, n: 150}]}";

        assertThat(catalogue(TWO).find("pooled-nausea")).isEmpty();
        assertThat(catalogue(TWO + third).find("pooled-nausea")).isPresent();
    }

    /** Neither counts patients over one treatment with ketamine in the whole body, with some affected and some not. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "window: course, figures: [{id: d, printed: 9 of 150, x: 9, n: 150}]}",
                "unit: COURSE, window: course, figures: [{id: d, printed: 9 of 150, x: 9, n: 150}]}",
                "unit: FIRST_COURSE, figures: [{id: d, printed: 9 of 150, x: 9, n: 150}]}",
                "unit: FIRST_COURSE, window: long term, figures: [{id: d, printed: 9 of 150, x: 9, n: 150}]}",
                "unit: FIRST_COURSE, window: course, route: TOPICAL, figures: [{id: d, printed: 9 of 150, x: 9, n: 150}]}",
                "unit: FIRST_COURSE, window: course, control: true, figures: [{id: d, printed: 9 of 150, x: 9, n: 150}]}",
                "unit: FIRST_COURSE, window: course, narrowedTo: some, figures: [{id: d, printed: 9 of 150, x: 9, n: 150}]}",
                "unit: FIRST_COURSE, window: course, figures: [{id: d, printed: 9 of 8, x: 9, n: 8}]}",
                "unit: FIRST_COURSE, window: course, figures: [{id: d, printed: 0 of 150, x: 0, n: 150}]}",
                "unit: FIRST_COURSE, window: course, figures: [{id: d, printed: 9 of 9, x: 9, n: 9}]}",
                "unit: FIRST_COURSE, window: course, figures: [{id: d, printed: 9 patients, x: 9}]}"
            })
    void whatIsNotComparableIsNoThirdStudy(String third) throws IOException {
        assertThat(catalogue(TWO + THIRD + third).find("pooled-nausea")).isEmpty();
    }

    @Test
    void aStudyEntersOnceWithItsLargestArm() throws IOException {
        String arms = THIRD + """
                unit: FIRST_COURSE, window: course, figures: [{id: d1, arm: low, printed: 9 of 150, x: 9, n: 150},
                {id: d2, arm: high, printed: 20 of 151, x: 20, n: 151}, {id: d3, arm: other, printed: 1 of 151, x: 1, n: 151}]}
                """;

        Baseline pooled = catalogue(TWO + arms).get("pooled-nausea");

        assertThat(pooled.workings().pooled()).containsExactly("a", "b", "d2");
        assertThat(NullFromFigure.p0(pooled).orElseThrow())
                .isEqualTo(PooledNull.of(List.of(new Counts(60, 2), new Counts(90, 14), new Counts(151, 20)))
                        .p0());
    }

    /** So no pooled null ships; this fails on the day when a figure is added that makes one. */
    @Test
    void theReviewPrintsNoMeasureInThreeComparableStudies() {
        Map<String, List<String>> comparable = PoolStudies.comparable(new Baselines().all()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().stream().map(Baseline::id).toList()));

        assertThat(comparable)
                .containsEntry("dizziness", List.of("table8-lumanauw-dizziness", "table8-zekry-dizziness"))
                .allSatisfy((measure, figures) -> assertThat(figures).hasSizeLessThan(3));
        assertThat(new Baselines().all()).noneMatch(figure -> figure.id().startsWith("pooled-"));
    }

    private static Baselines catalogue(String yaml) throws IOException {
        return new Baselines(ReadCatalogue.from(yaml.getBytes(StandardCharsets.UTF_8)));
    }
}
