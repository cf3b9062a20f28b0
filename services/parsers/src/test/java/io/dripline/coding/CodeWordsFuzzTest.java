package io.dripline.coding;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.dripline.parsers.AnyText;

/** Any words at all are coded, asked about or dropped; none fails and none is lost without a word. */
class CodeWordsFuzzTest {

    /** As many as a report's event may hold. */
    private static final int LONGEST = 4_000;

    private static final CodeWords CODER = new CodeWords(Vocabulary.standard());
    private static final WordKeys KEYS = new WordKeys(hash -> hash);

    @FuzzTest
    void code(byte[] bytes) {
        String words = AnyText.of(bytes);
        String taken = words.length() > LONGEST ? words.substring(0, LONGEST) : words;

        CodingResult result = CODER.code(taken);

        assertThat(result.events().size() + result.dropped().size()).isPositive();
        assertThat(result.events()).allSatisfy(event -> assertThat(taken).contains(event.text()));
    }

    @FuzzTest
    void key(byte[] bytes) {
        String words = AnyText.of(bytes);

        String normal = NormalForm.of(words);

        assertThat(NormalForm.of(normal)).isEqualTo(normal);
        assertThat(KEYS.of(normal)).isEqualTo(KEYS.of(words));
    }
}
