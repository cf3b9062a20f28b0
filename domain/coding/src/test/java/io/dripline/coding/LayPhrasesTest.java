package io.dripline.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dripline.contracts.coding.Category;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LayPhrasesTest {

    @Test
    void psytarIsReadWhole() {
        List<LayPhrase> phrases = Vocabulary.layPhrases();

        assertThat(phrases).hasSize(3232).extracting(LayPhrase::text).doesNotHaveDuplicates();
        assertThat(phrases)
                .contains(new LayPhrase(
                        "completely destroyed sexually functioning", Category.UROGENITAL, Set.of(Category.OTHER)));
    }

    @Test
    void aLineThatCannotBeReadIsNamed() {
        VocabularyFile file = VocabularyFile.of("psytar.tsv", List.of("hair loss\tOTHER\t-", "rash\tSKIN\t-"));

        assertThatThrownBy(() -> ReadLayPhrases.read(file))
                .isInstanceOf(BrokenVocabularyException.class)
                .hasMessageContaining("psytar.tsv line 2: expected one of [CNS, GI");
    }

    @Test
    void aCategoryIsNotItsOwnAlternative() {
        VocabularyFile file = VocabularyFile.of("psytar.tsv", List.of("hair loss\tOTHER\tCNS,OTHER"));

        assertThatThrownBy(() -> ReadLayPhrases.read(file))
                .isInstanceOf(BrokenVocabularyException.class)
                .hasMessageContaining("psytar.tsv line 1: expected other categories than the first");
    }
}
