package io.dripline.bench.coding;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.coding.CodeWords;
import io.dripline.coding.CodingResult;
import io.dripline.coding.LayPhrase;
import io.dripline.coding.Vocabulary;
import io.dripline.privacy.identifier.FindIdentifiers;
import io.dripline.privacy.identifier.MaskIdentifiers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That words are coded masked costs nothing: on every text that coding was tuned on, with and without an identifier in it. */
class MaskingTest {

    private static final Vocabulary VOCABULARY = Vocabulary.standard();
    private static final CodeWords CODER = new CodeWords(VOCABULARY);
    private static final List<String> TEXTS = Stream.concat(
                    Stream.concat(
                                    Stream.of("dev-nurse", "dev-doctor", "dev-ward", "dev-quiet", "dev-own")
                                            .map(name -> Corpus.lines(name, true)),
                                    Stream.of("dev-forum", "dev-label").map(name -> Corpus.phrases(name, true)))
                            .flatMap(corpus -> corpus.lines().stream())
                            .map(Line::text),
                    Vocabulary.layPhrases().stream().map(LayPhrase::text))
            .toList();

    @Test
    void nothingThatReportersSayIsTakenForAnIdentifier() {
        assertThat(TEXTS)
                .hasSizeGreaterThan(4000)
                .allSatisfy(
                        text -> assertThat(FindIdentifiers.in(text)).as(text).isEmpty());
    }

    /** {@code otherwise}: how many of the texts are coded otherwise once masked; decision 22 names them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mrs Smith: @                   | 0",
                "Mrs Smith @                    | 6",
                "@, DOB 12/03/1961              | 0",
                "@ since 12/11/2026             | 0",
                "@ MRN 1234567                  | 1"
            })
    void maskedTextsAreCodedAsTheOriginalsAre(String form, int otherwise) {
        long changed = TEXTS.stream()
                .map(text -> form.replace("@", text))
                .filter(text -> !coded(text).equals(coded(MaskIdentifiers.in(text))))
                .count();

        assertThat(changed).isEqualTo(otherwise);
    }

    /** Else coding masked words would cost nothing because nothing is masked. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mrs Smith: @       | Smith",
                "Mrs Smith @        | Smith",
                "@, DOB 12/03/1961  | 12/03/1961",
                "@ since 12/11/2026 | 12/11/2026",
                "@ MRN 1234567      | 1234567"
            })
    void theIdentifierIsGone(String form, String identifier) {
        assertThat(TEXTS.stream()
                        .map(text -> MaskIdentifiers.in(form.replace("@", text)))
                        .filter(masked -> masked.contains(identifier)))
                .isEmpty();
    }

    /** By category, and whether it awaits review. */
    private static String coded(String text) {
        CodingResult result = CODER.code(text);
        return result.events().stream()
                        .map(event -> event.coding() == null
                                ? "?"
                                : event.coding().category().name())
                        .distinct()
                        .sorted()
                        .toList()
                + " " + result.needsReview();
    }
}
