package io.dripline.reporting.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SignatureTest {

    /** In the checkout; tests run in the module's directory. */
    private static final Path MANUAL = Path.of("../../docs/operating.md");

    private static final byte[] BODY = "{\"delivery\":\"6f1c1d1e-2f5a-4c0b-9a57-3d1f0c5e8a10\",\"type\":\"alert\"}"
            .getBytes(StandardCharsets.UTF_8);

    /** {@code printf '1795827723.{"delivery":...}' | openssl dgst -sha256 -hmac not-a-secret-but-long-enough-for-one}. */
    @Test
    void isTheHmacThatOpensslComputes() {
        assertThat(Signature.of(
                        "not-a-secret-but-long-enough-for-one", Instant.ofEpochSecond(1795827723L, 999_999_999), BODY))
                .isEqualTo("t=1795827723,v1=73acc21315857ba21494cbff95b637b94720e8f52639d362057f2356c8d4ea85");
    }

    @Test
    void isWhatTheManualShows() throws IOException {
        String manual = Files.readString(MANUAL);
        Matcher shown = Pattern.compile(
                        "(?s)secret = b\"([^\"]+)\".*?header = \"(t=(\\d+),v1=\\w+)\".*?body = b'([^']+)'")
                .matcher(manual);
        assertThat(shown.find()).isTrue();

        assertThat(Signature.of(
                        shown.group(1),
                        Instant.ofEpochSecond(Long.parseLong(shown.group(3))),
                        shown.group(4).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(shown.group(2));
    }
}
