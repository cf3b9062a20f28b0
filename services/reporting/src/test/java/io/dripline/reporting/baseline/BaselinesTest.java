package io.dripline.reporting.baseline;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dripline.coding.Vocabulary;
import io.dripline.contracts.coding.Category;
import io.dripline.contracts.incidence.DefinedMeasure;
import io.dripline.contracts.incidence.Measures;
import io.dripline.contracts.incidence.Unit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The catalogue that ships, against the review. */
class BaselinesTest {

    private final Baselines baselines = new Baselines();

    /** A lost figure shows here. */
    @Test
    void holdsEveryFigureOfEveryPlace() {
        Map<String, Long> places = baselines.all().stream().collect(groupingBy(Baseline::place, counting()));

        assertThat(places)
                .containsOnly(
                        Map.entry("Executive summary, Findings", 7L),
                        Map.entry("Introduction", 2L),
                        Map.entry("Table 7, row Kapural et al.", 2L),
                        Map.entry("Table 7, row Cheung et al.", 6L),
                        Map.entry("Table 7, row Quinlan", 2L),
                        Map.entry("Adverse effects of ketamine, first paragraph", 6L),
                        Map.entry("Adverse effects of ketamine, second paragraph", 9L),
                        Map.entry("Adverse effects of ketamine, third paragraph", 1L),
                        Map.entry("Adverse effects of ketamine, fourth paragraph", 3L),
                        Map.entry("Adverse effects of ketamine, fifth paragraph", 2L),
                        Map.entry("Table 8, row Orhurhu et al.", 5L),
                        Map.entry("Table 8, row Zhao et al.", 2L),
                        Map.entry("Table 8, row Thompson et al.", 6L),
                        Map.entry("Table 8, row Pickering et al.", 4L),
                        Map.entry("Table 8, row Lumanauw et al.", 9L),
                        Map.entry("Table 8, row Brutcher et al.", 5L),
                        Map.entry("Table 8, row Gupta et al.", 5L),
                        Map.entry("Table 8, row Zekry et al.", 7L),
                        Map.entry("Table 8, row Marchetti et al.", 10L),
                        Map.entry("Adverse effects of ketamine, paragraph before Table 9", 3L),
                        Map.entry("Table 9, row Central nervous system", 1L),
                        Map.entry("Table 9, row Gastrointestinal", 1L),
                        Map.entry("Table 9, row Cardiovascular", 1L),
                        Map.entry("Table 9, row Hepatic", 1L),
                        Map.entry("Table 9, row Urogenital", 1L),
                        Map.entry("Considerations and challenges, Optimal dose is not clear", 1L));
    }

    @Test
    void theRowsOfTable9KeepWhatTheDefaultMonitorsWereMadeFrom() {
        assertThat(Stream.of("cns", "gi", "cardiovascular", "hepatic", "urogenital")
                        .map(system -> baselines.get("table9-" + system)))
                .extracting(
                        Baseline::measure,
                        Baseline::low,
                        Baseline::high,
                        figure -> NullFromFigure.p0(figure).orElse(Double.NaN))
                .containsExactly(
                        tuple("CNS", 0.04, 0.08, 0.08),
                        tuple("GI", 0.03, 0.07, 0.07),
                        tuple("CARDIOVASCULAR", null, null, Double.NaN),
                        tuple("HEPATIC", null, null, Double.NaN),
                        tuple("UROGENITAL", null, null, Double.NaN));
    }

    @Test
    void whatContradictsItselfIsKnown() {
        assertThat(baselines.all())
                .filteredOn(figure -> figure.standing() == Standing.IMPOSSIBLE)
                .extracting(Baseline::id, figure -> reason(figure.remark()))
                .containsExactlyInAnyOrder(
                        tuple(
                                "text-jonkman-neuropsychiatric",
                                "The interval 4.9 to 29.6 does not hold its estimate, 1.36."),
                        tuple("table8-lumanauw-nausea", "No count of 71 patients rounds to 9.2 %."),
                        tuple("table8-lumanauw-hallucination", "No count of 71 patients rounds to 3.1 %."),
                        tuple("table8-lumanauw-anxiety", "No count of 71 patients rounds to 3.3 %."),
                        tuple("table8-lumanauw-dysphoria", "No count of 71 patients rounds to 3.3 %."),
                        tuple(
                                "table8-gupta-any-50mg",
                                "A whole cannot be less than its part: table8-gupta-hallucinations-50mg prints 57.1 % (Hallucinations) of the same patients."),
                        tuple(
                                "table8-gupta-any-25mg",
                                "A whole cannot be less than its part: table8-gupta-hallucinations-25mg prints 33.3 % (Hallucinations) of the same patients."),
                        tuple(
                                "table8-gupta-hallucinations-50mg",
                                "A part cannot exceed its whole: table8-gupta-any-50mg prints 28.6 % (adverse effects overall) of the same patients."),
                        tuple(
                                "table8-gupta-hallucinations-25mg",
                                "A part cannot exceed its whole: table8-gupta-any-25mg prints 3.7 % (adverse effects overall) of the same patients."),
                        tuple("table8-zekry-tiredness", "No count of 70 patients rounds to 25 %."),
                        tuple("table8-zekry-hallucinations", "No count of 70 patients rounds to 12 %."),
                        tuple("table8-zekry-vivid-dreams", "No count of 70 patients rounds to 8 %."),
                        tuple("table8-zekry-urinary-tract-infection", "No count of 70 patients rounds to 2 %."),
                        tuple("table8-zekry-double-vision", "No count of 70 patients rounds to 2 %."),
                        tuple("table8-marchetti-any", "No count of 51 patients rounds to 50 %."),
                        tuple("table8-marchetti-headaches", "No count of 51 patients rounds to 13 %."),
                        tuple("table8-marchetti-lack-of-energy-sedation", "No count of 51 patients rounds to 11 %."),
                        tuple("table8-marchetti-cramps", "No count of 51 patients rounds to 5 %."),
                        tuple(
                                "table8-marchetti-opioids",
                                "No division of 51 patients into two groups gives 33 % and, as table8-marchetti-no-opioids prints, 68 %."),
                        tuple(
                                "table8-marchetti-no-opioids",
                                "No division of 51 patients into two groups gives 68 % and, as table8-marchetti-opioids prints, 33 %."));
    }

    /** The derived sentence ends where the written remark or the end begins. */
    private static String reason(String remark) {
        return remark.replaceFirst("(patients|estimate, 1\\.36|\\d %)\\. .*", "$1.");
    }

    @Test
    void whatDisagreesWithOthersIsKnown() {
        assertThat(baselines.all())
                .filteredOn(figure -> figure.standing() == Standing.DISCORDANT)
                .extracting(Baseline::id)
                .containsExactlyInAnyOrder(
                        "table9-cns",
                        "table9-gi",
                        "summary-any",
                        "text-any",
                        "text-psychotomimetic",
                        "table7-cheung-drowsiness",
                        "table7-cheung-nightmares",
                        "table8-thompson-sedation",
                        "table8-thompson-drunkenness",
                        "table8-thompson-dizziness",
                        "table8-thompson-drowsiness",
                        "table8-thompson-nausea",
                        "table8-lumanauw-dizziness",
                        "table8-zekry-dizziness");
    }

    /** A measure that nothing is counted for would compare nothing for ever. */
    @Test
    void everyMeasureIsCounted() {
        Vocabulary vocabulary = Vocabulary.standard();
        List<String> counted = Stream.concat(
                        Stream.concat(
                                Stream.of(Measures.ANY, Measures.SERIOUS),
                                Arrays.stream(Category.values()).map(Category::name)),
                        Measures.standard().defined().stream().map(DefinedMeasure::id))
                .toList();

        assertThat(baselines.all())
                .allSatisfy(figure -> assertThat(counted.contains(figure.measure())
                                || vocabulary
                                        .find(figure.measure())
                                        .filter(term -> term.category() != null)
                                        .isPresent())
                        .as("%s: %s", figure.id(), figure.measure())
                        .isTrue());
    }

    @Test
    void eventsAskedForAreNotComparedWithEventsTold() throws IOException {
        Baselines asked = new Baselines(ReadCatalogue.from("""
                - {study: S, citation: C, place: P, measure: CNS, measurePrinted: M, kind: RANGE, printed: 4-8%, low: 0.04,
                   high: 0.08, figures: [{id: asked, ascertainment: CHECKLIST}, {id: unsaid}]}
                """.getBytes(StandardCharsets.UTF_8)));

        assertThat(asked.comparable("CNS", Unit.FIRST_COURSE, Map.of("ascertainment", "SPONTANEOUS")))
                .extracting(Baseline::id)
                .containsExactly("unsaid");
        assertThat(asked.comparable("CNS", Unit.FIRST_COURSE, Map.of("ascertainment", "CHECKLIST")))
                .hasSize(2);
        assertThat(asked.comparable("CNS", Unit.FIRST_COURSE, Map.of())).hasSize(2);
    }

    /** Topical ketamine at 7 % says nothing of infusions. */
    @Test
    void anotherRouteIsNotCompared() {
        assertThat(comparable("ANY", "route", "INTRAVENOUS"))
                .contains("table8-lumanauw-dizziness", "table9-cns")
                .doesNotContain("table8-brutcher-active");
        assertThat(comparable("ANY", "route", "TOPICAL"))
                .contains("table8-brutcher-active", "table9-cns")
                .doesNotContain("table8-lumanauw-dizziness");
        assertThat(comparable("ANY")).contains("table8-lumanauw-dizziness", "table8-brutcher-active");
    }

    @Test
    void anotherRegimenIndicationOrDoseIsNotCompared() {
        assertThat(comparable("dizziness", "regimen", "MULTIPLE")).containsExactly("table8-thompson-dizziness");
        assertThat(comparable("CNS", "indication", "FIBROMYALGIA")).doesNotContain("table7-cheung-drowsiness");
        assertThat(comparable("CNS", "indication", "CANCER_PAIN")).contains("table7-cheung-drowsiness");
        assertThat(comparable("dizziness", "doseBand", "BELOW_0_5"))
                .containsExactly("table8-thompson-dizziness", "table8-zekry-dizziness");
        assertThat(comparable("dizziness", "doseBand", "ABOVE_1_TO_2"))
                .as("one of two bands that are printed")
                .containsExactly("table8-thompson-dizziness", "table8-lumanauw-dizziness");
    }

    @Test
    void anotherFormulationIsNotCompared() throws IOException {
        Baselines given = new Baselines(ReadCatalogue.from("""
                - {study: S, citation: C, place: P, measure: CNS, measurePrinted: M, kind: RANGE, printed: 4-8%, low: 0.04,
                   high: 0.08, figures: [{id: racemic, formulation: RACEMIC}, {id: unsaid}]}
                """.getBytes(StandardCharsets.UTF_8)));

        assertThat(given.comparable("CNS", Unit.FIRST_COURSE, Map.of("formulation", "ESKETAMINE")))
                .extracting(Baseline::id)
                .containsExactly("unsaid");
        assertThat(given.comparable("CNS", Unit.FIRST_COURSE, Map.of("formulation", "RACEMIC")))
                .hasSize(2);
    }

    /** Of a whole a part is no more, so a rate that does not exceed the part does not exceed what was published. */
    @Test
    void comparesASystemWithWhatWasPrintedOfItAndOfItsParts() {
        assertThat(comparable("CNS"))
                .as("no placebo, no repetition, nothing impossible, nothing over long-term use")
                .containsExactly(
                        "table7-kapural-anxiety-unpleasant-dreams",
                        "table7-cheung-drowsiness",
                        "table7-cheung-nightmares",
                        "table7-quinlan-hypomania",
                        "table7-quinlan-delirium",
                        "text-psychotomimetic",
                        "table8-thompson-sedation",
                        "table8-thompson-drunkenness",
                        "table8-thompson-dizziness",
                        "table8-thompson-drowsiness",
                        "table8-lumanauw-dizziness",
                        "table8-zekry-dizziness",
                        "table9-cns");
        assertThat(comparable("GI")).containsExactly("table8-thompson-nausea", "table9-gi");
        assertThat(comparable("CARDIOVASCULAR"))
                .as("not words")
                .containsExactly("table7-kapural-supraventricular-arrhythmia", "table7-cheung-hypertension");
        assertThat(comparable("HEPATIC")).containsExactly("table8-zhao-liver-enzymes");
        assertThat(comparable("UROGENITAL"))
                .as("printed in words, over long-term use, and as 2 % of 70")
                .isEmpty();
    }

    @Test
    void whatTheDefaultMonitorsFiguresDisagreeWithIsComparable() {
        assertThat(Stream.of("table9-cns", "table9-gi").map(baselines::get))
                .allSatisfy(figure -> assertThat(comparable(figure.measure()))
                        .containsAll(figure.workings().disagreesWith()));
    }

    @Test
    void comparesAPartWithItsPartsAndNotWithItsWhole() {
        assertThat(comparable("dizziness"))
                .containsExactly("table8-thompson-dizziness", "table8-lumanauw-dizziness", "table8-zekry-dizziness");
        assertThat(comparable("nausea")).as("no relative risk").containsExactly("table8-thompson-nausea");
        assertThat(comparable("nausea-or-vomiting")).containsExactly("table8-thompson-nausea");
        assertThat(comparable("skin-irritation")).isEmpty();
        assertThat(comparable("skin-irritation-rash-or-redness")).containsExactly("table8-brutcher-active");
        assertThat(comparable("SERIOUS")).as("words only").isEmpty();
    }

    /** The crossover counts a patient three times. */
    @Test
    void comparesInTheSameUnitOrInOneThatIsNotPrinted() {
        assertThat(comparable("ANY")).contains("text-any", "table9-cns").doesNotContain("table8-pickering-ketamine");
        assertThat(baselines.comparable("ANY", Unit.COURSE, Map.of()))
                .extracting(Baseline::id)
                .contains("table8-pickering-ketamine", "table8-pickering-ketamine-magnesium", "table9-cns")
                .doesNotContain("table8-pickering-placebo", "text-any");
    }

    @Test
    void theRateOfAFigureIsWhatItPrints() {
        assertThat(published("table9-cns")).hasValue(0.08);
        assertThat(published("table8-lumanauw-dizziness"))
                .as("not its upper limit")
                .hasValue(0.169);
        assertThat(published("table7-quinlan-delirium")).hasValue(1.0 / 15);
        assertThat(published("text-psychotomimetic")).hasValue(0.1);
        assertThat(published("table7-cheung-suspended"))
                .as("a lower bound only")
                .isEmpty();
        assertThat(published("table8-zekry-hallucinations")).as("impossible").isEmpty();
        assertThat(published("text-jonkman-neurological")).as("a relative risk").isEmpty();
        assertThat(published("table9-hepatic")).as("words").isEmpty();
    }

    private OptionalDouble published(String figure) {
        return PublishedRate.of(baselines.get(figure));
    }

    private List<String> comparable(String measure, String dimension, String value) {
        return baselines.comparable(measure, Unit.FIRST_COURSE, Map.of(dimension, value)).stream()
                .map(Baseline::id)
                .toList();
    }

    private List<String> comparable(String measure) {
        return baselines.comparable(measure, Unit.FIRST_COURSE, Map.of()).stream()
                .map(Baseline::id)
                .toList();
    }
}
