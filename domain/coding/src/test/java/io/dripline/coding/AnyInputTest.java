package io.dripline.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is reported, coding neither fails nor guesses. */
class AnyInputTest {

    private static final CodeWords CODE_WORDS = new CodeWords(Vocabulary.standard());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "!!! ... ---",
                "\uD83E\uDD22",
                "\u6076\u5FC3",
                "\u0442\u043E\u0448\u043D\u043E\u0442\u0430",
                "12 345",
                "<div></div>",
                "\u0000",
                "after the infusion",
                "qqq"
            })
    void asksAPersonAboutWordsWithoutMeaning(String words) {
        CodingResult result = CODE_WORDS.code(words);

        assertThat(result.events()).containsExactly(new CodedText(words.strip(), null, List.of()));
        assertThat(result.needsReview()).isTrue();
        assertThat(result.dropped()).isEmpty();
    }

    @Test
    void readsThroughMarkupAndWideLetters() {
        CodingResult result = CODE_WORDS.code("<b>\uFF2E\uFF41\uFF55\uFF53\uFF45\uFF41</b><br/>&nbsp;na\u00EFvely");

        assertThat(result.events())
                .first()
                .satisfies(event -> assertThat(
                                Objects.requireNonNull(event.coding()).term())
                        .isEqualTo("nausea"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nausea ",
                "no ",
                "a",
                "1",
                "1.",
                "<a",
                "nausea and ",
                "no x, ",
                "'a",
                "xyzzyq ",
                "feel ",
                "n/v",
                "no pain or ",
                "the ",
                "pins and ",
                "nausea the 1 ",
                "\n"
            })
    void takesALongReport(String piece) {
        String report = piece.repeat(100_000 / piece.length());

        CodingResult result = assertTimeout(Duration.ofSeconds(10), () -> CODE_WORDS.code(report));

        assertThat(result.events().size() + result.dropped().size()).isPositive();
    }

    @Property
    void neverFailsAndLosesNothing(@ForAll("reports") String report) {
        CodingResult result = CODE_WORDS.code(report);

        assertThat(result.events().size() + result.dropped().size()).isPositive();
        assertThat(result.events()).allSatisfy(event -> assertThat(report).contains(event.text()));
        assertThat(result.dropped()).allSatisfy(text -> assertThat(report).contains(text.text()));
        assertThat(CODE_WORDS.code(report)).isEqualTo(result);
    }

    @Provide
    Arbitrary<String> reports() {
        Arbitrary<String> pieces = Arbitraries.of(
                "nausea",
                "nil",
                "no",
                "and",
                "dizzy",
                ",",
                ".",
                "or",
                "hx of",
                "given",
                "BP",
                "181/99",
                "up",
                "not",
                "stable",
                "pins",
                "needles",
                "but",
                "felt",
                "sick",
                "x2",
                "after",
                "\u6076",
                "+",
                "denies",
                "wobbulated");
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(60),
                pieces.list().ofMaxSize(12).map(list -> String.join(" ", list)));
    }

    @Test
    void answersTheSameFromManyThreads() {
        String report = "felt floaty, out of my body + nil itch, BP up, vomitting x2";
        CodingResult alone = CODE_WORDS.code(report);

        List<CodingResult> together = IntStream.range(0, 500)
                .parallel()
                .mapToObj(i -> CODE_WORDS.code(report))
                .toList();

        assertThat(together).hasSize(500).allMatch(alone::equals);
    }
}
