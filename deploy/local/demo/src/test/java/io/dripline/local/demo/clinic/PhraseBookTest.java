package io.dripline.local.demo.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.coding.CodeWords;
import io.dripline.coding.CodedText;
import io.dripline.coding.CodingResult;
import io.dripline.coding.Vocabulary;
import io.dripline.contracts.coding.Coding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The demo says what the coder understands, so its shares are those that reporting shows. */
class PhraseBookTest {

    private static final CodeWords CODER = new CodeWords(Vocabulary.standard());
    private static final PhraseBook BOOK = PhraseBook.standard();

    @TestFactory
    Stream<DynamicTest> everyPhraseIsCodedAsItsLineSays() {
        return Arrays.stream(Finding.values())
                .flatMap(finding -> BOOK.of(finding).stream()
                        .map(words -> DynamicTest.dynamicTest(
                                finding + ": " + words, () -> isCodedAs(finding, CODER.code(words)))));
    }

    private static void isCodedAs(Finding finding, CodingResult result) {
        assertThat(result.needsReview()).as("awaits review: %s", result).isEqualTo(finding == Finding.UNCLEAR);
        assertThat(result.events().stream()
                        .map(CodedText::coding)
                        .filter(Objects::nonNull)
                        .map(Coding::category)
                        .distinct())
                .as("%s", result)
                .containsExactlyElementsOf(finding.category().stream().toList());
    }

    @Test
    void wordsVaryWithinEachFinding() {
        assertThat(Finding.values())
                .allSatisfy(finding ->
                        assertThat(BOOK.of(finding)).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(5));
    }

    @Test
    void noPhraseServesTwoFindings() {
        List<String> all = new ArrayList<>();
        Arrays.stream(Finding.values()).forEach(finding -> all.addAll(BOOK.of(finding)));

        assertThat(all).doesNotHaveDuplicates();
    }
}
