package io.dripline.intake.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.dripline.intake.session.BatchLines.Line;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** A batch is cut into the lines that it has, however they end. */
class BatchLinesFuzzTest {

    private static final int LONGEST_LINE = 16;
    private static final int LONGEST_BATCH = 256;

    @FuzzTest
    void lines(byte[] body) throws IOException {
        BatchLines lines = new BatchLines(new ByteArrayInputStream(body), LONGEST_LINE, LONGEST_BATCH);
        int before = 0;
        for (Line line = lines.next(); line != null; line = lines.next()) {
            assertThat(line.number()).isGreaterThan(before);
            assertThat(line.text().length).isLessThanOrEqualTo(LONGEST_LINE);
            assertThat(line.text()).doesNotContain((byte) '\n');
            if (line.refusal() != null) {
                assertThat(line.refusal().getStatusCode()).isEqualTo(413);
            }
            before = line.number();
        }
        long ends = 0;
        for (byte letter : body) {
            ends += letter == '\n' ? 1 : 0;
        }
        assertThat(before).isLessThanOrEqualTo((int) ends + 1);
    }
}
