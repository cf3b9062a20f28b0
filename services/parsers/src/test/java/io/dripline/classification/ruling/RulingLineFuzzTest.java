package io.dripline.classification.ruling;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.dripline.classification.problem.Body;
import io.dripline.coding.Vocabulary;
import io.dripline.coding.WordKeys;
import io.dripline.parsers.Refusals;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Whatever another site or an officer sends as a ruling is one, or is refused. */
class RulingLineFuzzTest {

    private static final Vocabulary VOCABULARY = Vocabulary.standard();
    private static final WordKeys KEYS = new WordKeys(hash -> hash);

    @FuzzTest
    void line(byte[] json) throws Exception {
        MakeRulings.Imported read = Refusals.read(() -> RulingLine.read(json, VOCABULARY, KEYS, "officer"));
        if (read != null) {
            assertThat(read.words().key()).isNotNull();
            assertThat(read.decision().terms()).hasSizeLessThanOrEqualTo(NewRuling.MOST_TERMS);
        }
    }

    @FuzzTest
    void decision(byte[] json) throws Exception {
        Refusals.read(() -> NewRuling.read(new ByteArrayInputStream(json), VOCABULARY));
    }

    @FuzzTest
    void file(byte[] body) throws IOException {
        ImportedLines lines = new ImportedLines(new ByteArrayInputStream(body));
        long taken = 0;
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            assertThat(line.length).isLessThanOrEqualTo(Body.LIMIT + 1);
            taken += line.length;
        }
        assertThat(taken).isLessThanOrEqualTo(body.length);
    }
}
