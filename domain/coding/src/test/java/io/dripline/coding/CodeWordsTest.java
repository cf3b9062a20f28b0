package io.dripline.coding;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.contracts.coding.Category;
import io.dripline.contracts.coding.Coding;
import io.dripline.contracts.coding.CodingMethod;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodeWordsTest {

    private static final Vocabulary VOCABULARY = Vocabulary.standard();

    private final CodeWords codeWords = new CodeWords(VOCABULARY);

    @Test
    void codesTheExampleOfTheWireContract() {
        CodingResult result = codeWords.code("sick x2 after bolus, nil itch");

        assertThat(result)
                .isEqualTo(new CodingResult(
                        List.of(new CodedText(
                                "sick x2 after bolus",
                                new Coding(
                                        "vomiting", Category.GI, CodingMethod.LEXICON, "being sick", 0.99, "2026.11"),
                                List.of())),
                        List.of(new DroppedText("nil itch", DropReason.NEGATED)),
                        false,
                        "2026.11"));
    }
}
