package io.dripline.coding;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.contracts.coding.Category;
import io.dripline.contracts.coding.Coding;
import io.dripline.contracts.coding.CodingMethod;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CodeWordsTest {

    private static final Vocabulary VOCABULARY = Vocabulary.standard();

    private static final CodeWords CODE_WORDS = new CodeWords(VOCABULARY);

    @Test
    void codesTheExampleOfTheWireContract() {
        CodingResult result = CODE_WORDS.code("sick x2 after bolus, nil itch");

        assertThat(result)
                .isEqualTo(new CodingResult(
                        List.of(new CodedText(
                                "sick x2 after bolus",
                                new Coding(
                                        "vomiting",
                                        Category.GI,
                                        CodingMethod.LEXICON,
                                        "being sick",
                                        0.99,
                                        VOCABULARY.version()),
                                List.of())),
                        List.of(new DroppedText("nil itch", DropReason.NEGATED)),
                        false,
                        VOCABULARY.version()));
    }

    static Stream<String[]> reviewWords() {
        return lines("review-words.tsv", 4);
    }

    /** Every effect word that the evidence review prints. */
    @ParameterizedTest(name = "{0}: {1}, {2} ({3})")
    @MethodSource("reviewWords")
    void codesEveryEffectWordOfTheReview(String words, String terms, String category, String where) {
        CodingResult result = CODE_WORDS.code(words);

        assertThat(terms(result)).as(where).containsExactly(terms.split(","));
        assertThat(result.needsReview()).isFalse();
        if (!category.equals("-")) {
            assertThat(codings(result))
                    .allMatch(coding -> coding.category().name().equals(category));
        }
    }

    static Stream<String[]> clinicPhrases() {
        return lines("clinic-phrases.tsv", 4);
    }

    @ParameterizedTest(name = "{0}: {1}, review {2}, dropped {3}")
    @MethodSource("clinicPhrases")
    void readsWhatClinicsAndPatientsWrite(String words, String terms, String awaitsReview, String reasons) {
        CodingResult result = CODE_WORDS.code(words);

        assertThat(terms(result)).containsExactlyElementsOf(list(terms));
        assertThat(result.needsReview()).isEqualTo(awaitsReview.equals("yes"));
        assertThat(result.dropped().stream().map(text -> text.reason().name()))
                .containsExactlyElementsOf(list(reasons));
    }

    static Stream<String[]> clinicLines() {
        return lines("clinic-lines.tsv", 3);
    }

    /** Rules alone: scopes of negation, history and talk; numbers; several events in one line. */
    @ParameterizedTest(name = "{0}: {1}, dropped {2}")
    @MethodSource("clinicLines")
    void findsTheSystemsOfALine(String words, String categories, String reasons) {
        CodingResult result = CODE_WORDS.code(words);

        assertThat(codings(result).stream().map(coding -> coding.category().name()))
                .containsOnly(list(categories).toArray(String[]::new));
        assertThat(result.dropped().stream().map(text -> text.reason().name()))
                .containsOnly(list(reasons).toArray(String[]::new));
    }

    /** "Numbers by rule": the method, and the limit that was crossed. */
    @ParameterizedTest
    @CsvSource({
        "BP 181/99, hypertension, systolic >= 160",
        "BP 120/70 -> 190/110, hypertension, systolic >= 160",
        "SBP 85, hypotension, systolic < 90",
        "180 systolic, hypertension, systolic >= 160",
        "HR 128, tachycardia, heart rate > 100",
        "sats 84%, desaturation, oxygen saturation < 92",
        "temp 101.5 F, fever, temperature >= 100.4",
        "ALT up to 210, elevated-liver-enzymes, ALT > 40",
        "normal apart from GGT 160, elevated-liver-enzymes, GGT > 60",
        "bilirubin 3.1 mg/dL, hyperbilirubinaemia, bilirubin > 1.2",
        "creatinine 1.9 mg/dL, increased-creatinine, creatinine > 1.3",
        "AST 3x ULN, elevated-liver-enzymes, AST above normal",
        "QTc 512 ms, prolonged-qt, QTc > 470",
        "glucose 310 mg/dL, hyperglycaemia, glucose > 200",
        "K 2.9, hypokalaemia, potassium < 3.5",
    })
    void judgesAMeasuredValueByItsLimit(String words, String term, String limit) {
        CodingResult result = CODE_WORDS.code(words);

        assertThat(codings(result)).singleElement().satisfies(coding -> {
            assertThat(coding.term()).isEqualTo(term);
            assertThat(coding.matched()).isEqualTo(limit);
            assertThat(coding.method()).isEqualTo(CodingMethod.NUMERIC_RULE);
        });
    }

    static Stream<String[]> measurements() {
        return lines("measurements.tsv", 3);
    }

    /** Each quantity in the units and forms that clinics write it in, beyond its limits and within them. */
    @ParameterizedTest(name = "{0}: {1}, dropped {2}")
    @MethodSource("measurements")
    void readsAMeasuredValueInAnyForm(String words, String terms, String reasons) {
        CodingResult result = CODE_WORDS.code(words);

        assertThat(terms(result)).containsExactlyElementsOf(list(terms));
        assertThat(codings(result)).allMatch(coding -> coding.method() == CodingMethod.NUMERIC_RULE);
        assertThat(Stream.concat(
                                result.dropped().stream()
                                        .map(text -> text.reason().name()),
                                result.events().stream()
                                        .filter(CodedText::awaitsReview)
                                        .map(event -> "?"))
                        .distinct())
                .containsExactlyElementsOf(list(reasons));
    }

    /** "HR dropped 30" may be a drop of 30: what the words say is coded, and no value. */
    @ParameterizedTest
    @CsvSource({
        "HR dropped 30, bradycardia",
        "HR fell 30 bpm, bradycardia",
        "BP fell 60 systolic, hypotension",
        "SBP dropped 40, hypotension"
    })
    void takesADifferenceForNoValue(String words, String term) {
        CodingResult result = CODE_WORDS.code(words);

        assertThat(codings(result)).singleElement().satisfies(coding -> {
            assertThat(coding.term()).isEqualTo(term);
            assertThat(coding.method()).isNotEqualTo(CodingMethod.NUMERIC_RULE);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "vomiting, EXACT, 1.0",
        "vomited, INFLECTED, 0.98",
        "Dizzy spells, LEXICON, 0.99",
        "hallucinating, INFLECTED, 0.98",
        "nauseous, INFLECTED, 0.98",
        "haematoma, SPELLING, 0.99",
        "hypertention, SPELLING, 0.94",
        "haemoptisis, SPELLING, 0.94",
        "stomach cramps, LEXICON, 0.99",
        "stuffy nose, SYNONYM, 0.97",
        "vision double, TOKEN_SET, 0.9",
        "glucose raised, LEXICON, 0.97",
    })
    void saysHowTheWordsBecameATerm(String words, CodingMethod method, double confidence) {
        CodingResult result = CODE_WORDS.code(words);

        assertThat(codings(result)).singleElement().satisfies(coding -> {
            assertThat(coding.method()).isEqualTo(method);
            assertThat(coding.confidence()).isEqualTo(confidence);
            assertThat(coding.vocabulary()).isEqualTo(VOCABULARY.version());
        });
    }

    @ParameterizedTest
    @CsvSource({
        "'felt floaty, out of my body', CNS",
        "being sick, GI",
        "heart racing, CARDIOVASCULAR",
        "LFTs up, HEPATIC",
        "burning when passing urine, UROGENITAL",
        "itchy rash, OTHER",
    })
    void reachesEverySystem(String words, Category category) {
        CodingResult result = CODE_WORDS.code(words);

        assertThat(codings(result)).isNotEmpty().allMatch(coding -> coding.category() == category);
    }

    @Test
    void offersCandidatesForWhatItDoesNotKnow() {
        CodingResult result = CODE_WORDS.code("my hands did the needle thing");

        assertThat(result.events()).singleElement().satisfies(event -> {
            assertThat(event.text()).isEqualTo("my hands did the needle thing");
            assertThat(event.awaitsReview()).isTrue();
            assertThat(event.candidates()).extracting(Candidate::term).contains("paraesthesia");
        });
    }

    @Test
    void codesATermThatIsStatedTwiceOnce() {
        CodingResult result = CODE_WORDS.code("nausea at 10 min, nauseous again at 30 min");

        assertThat(terms(result)).containsExactly("nausea");
    }

    @Test
    void takesNothingBackFromWhatIsStatedElsewhere() {
        CodingResult result = CODE_WORDS.code("No nausea at start. Nausea after 20 min.");

        assertThat(terms(result)).containsExactly("nausea");
        assertThat(result.dropped()).containsExactly(new DroppedText("No nausea at start", DropReason.NEGATED));
    }

    private static List<Coding> codings(CodingResult result) {
        return result.events().stream()
                .map(CodedText::coding)
                .filter(Objects::nonNull)
                .toList();
    }

    private static List<String> terms(CodingResult result) {
        return codings(result).stream().map(Coding::term).toList();
    }

    private static List<String> list(String joined) {
        return joined.equals("-") ? List.of() : Arrays.asList(joined.split(","));
    }

    private static Stream<String[]> lines(String file, int columns) {
        return VocabularyFile.shipped(file).lines().stream().map(line -> {
            String[] cells = line.text().split("\t", -1);
            assertThat(cells).as(line.text()).hasSize(columns);
            return cells;
        });
    }

    /** Words in any order match across others, so one term may begin within another. */
    @Test
    void termsMayLieWithinEachOther() {
        CodingResult result = new CodeWords(Vocabulary.standard()).code("no heart rate headache headache pain");

        assertThat(result.dropped()).extracting(DroppedText::reason).containsOnly(DropReason.NEGATED);
    }
}
