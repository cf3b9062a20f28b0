package io.dripline.coding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalFormTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Felt  ODD. | felt odd",
                "\uFB01zzy | fizzy",
                "(felt odd)! | felt odd",
                "BP 181/99 | bp 181/99",
                "sats 88% | sats 88%",
                "felt\u00A0odd | felt odd",
                "!!! | !!!",
            })
    void makesTheSameWordsTheSame(String words, String normal) {
        assertThat(NormalForm.of(words)).isEqualTo(normal);
    }

    @Test
    void keepsItsForm() {
        for (String words : new String[] {"\u0130stanbul", "\uFDFA", "a - b -", "' x '"}) {
            String normal = NormalForm.of(words);

            assertThat(NormalForm.of(normal)).isEqualTo(normal);
        }
    }

    @Test
    void wordsAreFoundByAKeyedHashOfTheirForm() {
        WordKeys keys = TestKeys.KEYS;

        assertThat(keys.of("Felt odd!")).isEqualTo(keys.of("felt  odd"));
        assertThat(keys.of("felt odd")).isNotEqualTo(keys.of("felt odd 2"));
        assertThat(keys.of("felt odd"))
                .isNotEqualTo(TestKeys.under("another secret").of("felt odd"));
        assertThat(WordKey.of(keys.of("x").bytes())).isEqualTo(keys.of("x"));
    }
}
