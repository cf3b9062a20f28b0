package io.dripline.intake.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BatchLinesTest {

    private static final int LONGEST_LINE = 8;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|",
                "a|1:a",
                "a/b/|1:a 2:b",
                "//a/ /b|3:a 5:b",
                "12345678/b|1:12345678 2:b",
                "123456789/b|1:too long 2:b",
                "a/12345678901234567890|1:a 2:too long",
            })
    void areCutAndNumbered(String body, String expected) throws IOException {
        List<String> lines = lines(body.replace('/', '\n'), 1000, Integer.MAX_VALUE);

        assertThat(String.join(" ", lines)).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void doNotDependOnHowTheBodyArrives(int atOnce) throws IOException {
        List<String> lines = lines("ab\n123456789\n\ncd\n", 1000, atOnce);

        assertThat(lines).containsExactly("1:ab", "2:too long", "4:cd");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1000})
    void endWhereTheBodyIsTooLong(int atOnce) throws IOException {
        List<String> lines = lines("a\nb\n".repeat(4), 13, atOnce);

        assertThat(lines.getLast()).endsWith(":too long");
        assertThat(lines).hasSizeLessThanOrEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1000})
    void mayFillTheBody(int atOnce) throws IOException {
        List<String> lines = lines("a\nb\n".repeat(4), 16, atOnce);

        assertThat(lines).hasSize(8).noneMatch(line -> line.endsWith("too long"));
    }

    private static List<String> lines(String body, long longestBody, int atOnce) throws IOException {
        InputStream stream = new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] buffer) {
                return read(buffer, 0, Math.min(atOnce, buffer.length));
            }
        };
        BatchLines lines = new BatchLines(stream, LONGEST_LINE, longestBody);
        List<String> found = new ArrayList<>();
        for (BatchLines.Line line = lines.next(); line != null; line = lines.next()) {
            String text = new String(line.text(), StandardCharsets.UTF_8);
            found.add(line.number() + ":" + (line.refusal() == null ? text : "too long"));
        }
        return found;
    }
}
