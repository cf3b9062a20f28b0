package io.dripline.coding.nearest;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.coding.CodeWords;
import io.dripline.coding.CodedText;
import io.dripline.coding.CodingResult;
import io.dripline.coding.Vocabulary;
import io.dripline.contracts.coding.Category;
import io.dripline.contracts.coding.Coding;
import io.dripline.contracts.coding.CodingMethod;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no word is near to something always, and is never coded by that. */
class NoGuessTest {

    private static final Vocabulary VOCABULARY = Vocabulary.standard();
    private static final CodeWords WITH_MODEL =
            new CodeWords(VOCABULARY, Nearest.withModel(VOCABULARY), CodeWords.THRESHOLD);
    private static final CodeWords WITHOUT_MODEL =
            new CodeWords(VOCABULARY, Nearest.withoutModel(VOCABULARY), CodeWords.THRESHOLD);

    static Stream<String> letters() {
        return IntStream.rangeClosed('a', 'z').mapToObj(letter -> String.valueOf((char) letter));
    }

    static Stream<String> pairs() {
        return letters().flatMap(first -> letters().map(second -> first + second));
    }

    @ParameterizedTest
    @MethodSource("letters")
    @ValueSource(
            strings = {
                "asdfgh b",
                "qwzx qwzx",
                "came over quibbly",
                "flurbled strangely",
                "\u5934\u75DB",
                "\u0442\u043E\u0448\u043D\u043E\u0442\u0430",
                "\u063A\u062B\u064A\u0627\u0646",
                "\uD83E\uDD22\uD83E\uDD2E",
                "<div class=\"x\"></div>",
                "<script>qwzx(1)</script>",
                "!!! ... ---",
                "a b c d e f",
                "qzxv af466bc1-041f-4968-92c9-a4c50590789f",
                "qzxv 2ccf374d-90d0-4deb-8bad-0facedeaf194",
                "qzxv deaf1945-90d0-4a1b-9c3d-00feed00bead",
                "deaf1945-90d0-4a1b-9c3d-00feed00bead",
                "x y z 1 2 3"
            })
    void asksAPersonAboutWhatIsNoWord(String words) {
        List<CodingResult> results = List.of(WITH_MODEL.code(words), WITHOUT_MODEL.code(words));

        assertThat(results)
                .allSatisfy(result -> assertThat(result.events()).isNotEmpty().allMatch(CodedText::awaitsReview));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void nothingIsNearToTwoLetters(String words) {
        List<CodingResult> results = List.of(WITH_MODEL.code(words), WITHOUT_MODEL.code(words));

        assertThat(results).noneMatch(NoGuessTest::isCodedByNearness);
    }

    @Property(tries = 500)
    void nothingIsNearToGibberish(@ForAll("gibberish") List<String> pieces) {
        String words = String.join(" ", pieces);

        List<CodingResult> results = List.of(WITH_MODEL.code(words), WITHOUT_MODEL.code(words));

        assertThat(results).as(words).noneMatch(NoGuessTest::isCodedByNearness);
    }

    /** What was dropped by a cue is nothing that nearness may bring back. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "bladder biopsy negative",
                "GP ruled out kidney obstruction",
                "mum's kidneys failing",
                "bladder diary given, cystoscopy chased",
                "never any trouble peeing"
            })
    void codesNothingThatACueDropped(String words) {
        CodingResult result = WITH_MODEL.code(words);

        assertThat(result.events()).allMatch(CodedText::awaitsReview);
        assertThat(result.events().size() + result.dropped().size()).isPositive();
    }

    /** "Didn't" may tell of a lack and of nothing at all; a scan, of treatment or of what it showed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "didn't recognise my wife",
                "fatty liver on the scan since starting",
                "no semen",
                "chronic constipation",
                "felt worse"
            })
    void asksAPersonWhereADroppedTextNamesASystem(String words) {
        CodingResult result = WITH_MODEL.code(words);

        assertThat(result.events()).singleElement().matches(CodedText::awaitsReview);
    }

    /** "Tumour", "spots" and "weak" are of no system; the organ that is named beside them says which. */
    @ParameterizedTest
    @CsvSource({
        "liver tumour, HEPATIC",
        "bladder neoplasm, UROGENITAL",
        "spots on my liver, HEPATIC",
        "heart muscle weak on the echo, CARDIOVASCULAR"
    })
    void codesAGeneralWordByTheOrganBesideIt(String words, Category category) {
        CodingResult result = WITH_MODEL.code(words);

        assertThat(result.events())
                .singleElement()
                .satisfies(event -> assertThat(event.coding())
                        .isNotNull()
                        .extracting(Coding::category)
                        .isEqualTo(category));
    }

    @Test
    void keepsWhatIsSaidOfAnotherSystem() {
        CodingResult result = WITH_MODEL.code("drowsy, urine ceased");

        assertThat(result.events()).hasSize(2);
    }

    private static boolean isCodedByNearness(CodingResult result) {
        return result.events().stream()
                .anyMatch(event -> event.coding() != null && event.coding().method() == CodingMethod.NEAREST);
    }

    @Provide
    Arbitrary<List<String>> gibberish() {
        Arbitrary<String> consonants = Arbitraries.strings()
                .withChars("bcdfghjkmnpqrstvwxz")
                .ofMinLength(4)
                .ofMaxLength(12);
        Arbitrary<String> letters =
                Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(2);
        Arbitrary<String> signs =
                Arbitraries.of("!", "...", "<b>", "&nbsp;", "\uD83D\uDE00", "\u75DB", "\u044F", "1", "??");
        return Arbitraries.oneOf(consonants, consonants, letters, signs)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }
}
