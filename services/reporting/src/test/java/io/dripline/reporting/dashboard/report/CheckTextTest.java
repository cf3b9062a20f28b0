package io.dripline.reporting.dashboard.report;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no text is named, with the line and what to do. */
class CheckTextTest {

    @Test
    void textInUtf8Passes() {
        assertThatCode(() ->
                        check("reference,patient\r\nÄrztin – „schwindlig“ 頭痛,P-1".getBytes(StandardCharsets.UTF_8)))
                .doesNotThrowAnyException();
        assertThatCode(() -> check(new byte[0])).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            windows-1252 | Line 3 is not encoded in UTF-8
            UTF-16       | The file is encoded in UTF-16.
            UTF-16LE     | Line 1 holds what is no text
            """)
    void anotherEncodingIsNamed(String encoding, String message) {
        byte[] file = "reference\nplain\nÄrztin\n".getBytes(Charset.forName(encoding));

        assertThatThrownBy(() -> check(file))
                .isInstanceOf(FileRefusedException.class)
                .hasMessageContaining(message)
                .hasMessageContaining("CSV UTF-8");
    }

    @ParameterizedTest
    @CsvSource({"504B0304, own format", "D0CF11E0A1B1, own format", "255044462D312E37, This is a PDF"})
    void anotherFormatIsNamed(String hexadecimal, String message) {
        byte[] file = HexFormat.of().parseHex(hexadecimal);

        assertThatThrownBy(() -> check(file)).hasMessageContaining(message);
    }

    @Test
    void aLineThatIsTooLongIsNoSession() {
        byte[] file = ("reference\n" + "x".repeat((1 << 20) + 1)).getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> check(file)).hasMessageStartingWith("Line 2 is longer than 1 MiB");
    }

    private static void check(byte[] file) throws Exception {
        CheckText.check(new ByteArrayInputStream(file));
    }
}
