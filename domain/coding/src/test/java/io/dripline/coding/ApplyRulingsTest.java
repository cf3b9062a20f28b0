package io.dripline.coding;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.contracts.coding.Category;
import io.dripline.contracts.coding.CodingMethod;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApplyRulingsTest {

    private static final Vocabulary VOCABULARY = Vocabulary.standard();
    private static final CodeWords CODER = new CodeWords(VOCABULARY);

    private final Map<WordKey, Ruled> rulings = new LinkedHashMap<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "flurbled in the quonk",
                "Flurbled  in the QUONK!",
                "flurbled in the quonk, nil itch",
                "flurbled in the quonk; BP stable",
                "obs stable. Flurbled in the quonk. Home at 5.",
                "obs stable\nflurbled in the quonk",
                "- flurbled in the quonk"
            })
    void ruledWordsAreCodedWhereverTheyAreAWholeClause(String verbatim) {
        rule("flurbled in the quonk", "dizziness");

        CodingResult result = code(verbatim).result();

        assertThat(terms(result)).containsExactly("dizziness");
        assertThat(result.events().getFirst().coding())
                .satisfies(coding -> assertThat(coding.method()).isEqualTo(CodingMethod.RULING))
                .satisfies(coding -> assertThat(coding.category()).isEqualTo(Category.CNS))
                .satisfies(coding -> assertThat(coding.confidence()).isEqualTo(1))
                .satisfies(coding -> assertThat(coding.matched()).isEqualTo("ruling 1"));
    }

    /** Each is held in many words, of which each has a key; nothing but the text and the rulings decides on them. */
    @Test
    void equalReportsAreReadOnce() {
        var rulings = new ApplyRulings(CODER, VOCABULARY, TestKeys.KEYS, Map.of());

        assertThat(rulings.code("dizzy, then flurbed"))
                .isSameAs(rulings.code(new String("dizzy, then flurbed".toCharArray())));
        assertThat(rulings.code("dizzy, then flurbed")).isNotEqualTo(rulings.code("dizzy, then sick"));
    }

    @Test
    void theRestIsCodedAsEver() {
        rule("flurbled in the quonk", "dizziness");

        CodingResult result =
                code("vomited twice, flurbled in the quonk, no itch").result();

        assertThat(terms(result)).containsExactly("vomiting", "dizziness");
        assertThat(result.dropped()).containsExactly(new DroppedText("no itch", DropReason.NEGATED));
        assertThat(result.needsReview()).isFalse();
    }

    @Test
    void whatIsNoEventIsDroppedByTheRuling() {
        rule("flurbled in the quonk");

        RuledText text = code("flurbled in the quonk, nausea");

        assertThat(terms(text.result())).containsExactly("nausea");
        assertThat(text.result().dropped()).containsExactly(new DroppedText("flurbled in the quonk", DropReason.RULED));
        assertThat(text.isRuledOut()).isFalse();
        assertThat(code("Flurbled in the quonk").isRuledOut()).isTrue();
    }

    @Test
    void aRulingWinsOverTheVocabulary() {
        rule("nausea", "dizziness");

        assertThat(terms(code("nausea, vomited").result())).containsExactly("dizziness", "vomiting");
    }

    @Test
    void aRulingOnMoreWordsWinsOverOneOnFewer() {
        rule("flurb", "dizziness");
        rule("flurb, zork", "nausea", "vomiting");

        assertThat(terms(code("flurb, zork").result())).containsExactly("nausea", "vomiting");
        assertThat(terms(code("flurb").result())).containsExactly("dizziness");
    }

    @Test
    void aTermThatVanishedLeavesTheWordsToAPerson() {
        rule("flurbled", "dizziness", "no-longer-a-term");

        RuledText text = code("flurbled");

        assertThat(terms(text.result())).containsExactly("dizziness");
        assertThat(text.result().needsReview()).isTrue();
        assertThat(awaiting(text)).containsExactly("flurbled");
        assertThat(ApplyRulings.isCodable(new Ruled(1, List.of("no-longer-a-term")), VOCABULARY))
                .isFalse();
    }

    @Test
    void otherWordsAreNotTouched() {
        rule("flurbled", "dizziness");

        assertThat(code("flurbled strangely").result()).isEqualTo(CODER.code("flurbled strangely"));
    }

    @Test
    void wordsThatAnotherClauseDeniesStayDenied() {
        rule("dizziness", "vomiting");

        assertThat(code("no nausea, dizziness or itch").result().events()).isEmpty();
    }

    @Test
    void aPieceOfAPhraseIsNoClause() {
        rule("needles", "injection-site-pain");

        assertThat(code("pins and needles").result()).isEqualTo(CODER.code("pins and needles"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "flurbled, itchy, zork | flurbled, itchy, zork;flurbled;zork;itchy",
                "BP 181/99  then flurbled | bp 181/99 then flurbled;bp 181/99;flurbled",
            })
    void tellsTheWordsByWhichARulingFindsIt(String verbatim, String expected) {
        assertThat(code(verbatim).held()).extracting(HeldWords::words).contains(expected.split(";"));
    }

    @Test
    void tellsWhichWordsAwaitReview() {
        assertThat(awaiting(code("flurbled, vomited, zork"))).containsExactlyInAnyOrder("flurbled", "zork");
        assertThat(awaiting(code("vomited"))).isEmpty();
    }

    @Test
    void everythingThatAwaitsReviewCanBeRuledOn() {
        for (String verbatim : List.of(
                "flurbled, vomited, zork", "felt odd and flurby", "!!!", "\uD83D\uDE00", "nil flurb but zork")) {
            rulings.clear();
            for (String words : awaiting(code(verbatim))) {
                rule(words, "dizziness");
            }

            assertThat(code(verbatim).result().needsReview()).as(verbatim).isFalse();
        }
    }

    @Test
    void wordsThatAreRepeatedAreFoundWhereTheyStand() {
        rule("quonk", "dizziness");

        assertThat(awaiting(code("FLURB quonk. felt/quonk"))).doesNotContain("quonk");
    }

    @Test
    void whatIsLeftBesideRuledWordsIsAskedAboutAsItWasWritten() {
        rule("after bolus", "dizziness");
        assertThat(awaiting(code("mild + after bolus"))).allMatch(words -> !words.contains(","));

        awaiting(code("mild + after bolus")).forEach(words -> rule(words, "nausea"));

        assertThat(code("mild + after bolus").result().needsReview()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ",,,", "a,b;c\nd", "\uD800", "<b>x</b>", "\u0000"})
    void neverFails(String verbatim) {
        rule("x", "dizziness");

        assertThat(code(verbatim).result()).isNotNull();
    }

    /** Decision 12: a ruling is not lost when rules or vocabulary cut the report otherwise. */
    @Test
    void runsOfPiecesDoNotDependOnWhereTheRulesCut() {
        String report = "flurb, zork quonk and odd; nil";

        List<Span> uncut = WholeClauses.of(report, List.of());

        List<Span> letters = IntStream.range(0, report.length())
                .mapToObj(at -> new Span(at, at + 1))
                .toList();
        assertThat(WholeClauses.of(report, letters)).containsAll(uncut);
    }

    @Test
    void keepsToAMostOfWordsAReport() {
        assertThat(code("a,b, ".repeat(800)).held()).hasSizeLessThan(1_000);
    }

    private void rule(String words, String... terms) {
        rulings.put(TestKeys.KEYS.of(words), new Ruled(rulings.size() + 1, List.of(terms)));
    }

    private RuledText code(String verbatim) {
        return new ApplyRulings(CODER, VOCABULARY, TestKeys.KEYS, rulings).code(verbatim);
    }

    private static List<String> awaiting(RuledText text) {
        return text.held().stream()
                .filter(HeldWords::awaiting)
                .map(HeldWords::words)
                .toList();
    }

    private static List<String> terms(CodingResult result) {
        return result.events().stream()
                .map(CodedText::coding)
                .filter(Objects::nonNull)
                .map(coding -> coding.term())
                .toList();
    }
}
