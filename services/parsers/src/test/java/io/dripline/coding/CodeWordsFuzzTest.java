package io.dripline.coding;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.dripline.parsers.AnyText;

/** Any words at all are coded, asked about or dropped; none fails and none is lost without a word. */
class CodeWordsFuzzTest {

    /** As many as a report's event may hold. */
    private static final int LONGEST = 4_000;

    private static final Vocabulary VOCABULARY = Vocabulary.standard();

    @FuzzTest
    void code(byte[] bytes) {
        String words = AnyText.of(bytes);
        String taken = words.length() > LONGEST ? words.substring(0, LONGEST) : words;

        CodingResult result = new CodeWords(VOCABULARY).code(taken);

        assertThat(result.events().size() + result.dropped().size()).isPositive();
        assertThat(result.events()).allSatisfy(event -> assertThat(taken).contains(event.text()));
    }

    @FuzzTest
    void key(byte[] bytes) {
        String words = AnyText.of(bytes);

        String normal = NormalForm.of(words);

        assertThat(NormalForm.of(normal)).isEqualTo(normal);
        assertThat(WordKey.of(normal)).isEqualTo(WordKey.of(words));
    }
}
