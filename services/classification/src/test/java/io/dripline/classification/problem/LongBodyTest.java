package io.dripline.classification.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.classification.TestSurroundings;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A body that is announced as too long is refused before it is sent, and the connection ends there as announced. */
@QuarkusTest
@TestSurroundings
class LongBodyTest {

    @TestHTTPResource
    URI address;

    @ParameterizedTest
    @ValueSource(strings = {"1048577", "99999999999"})
    void isAProblemAndTheEndOfTheConnection(String length) throws IOException {
        String answer = answerTo("/codings", length);

        assertThat(answer)
                .startsWith("HTTP/1.1 413")
                .containsIgnoringCase("Connection: close")
                .containsIgnoringCase("Content-Type: application/problem+json")
                .contains("\"status\":413", "1048576");
    }

    @Test
    void anImportMayBeLongerThanOtherBodiesButNotForEver() throws IOException {
        String answer = answerTo("/rulings/import", "67108865");

        assertThat(answer).startsWith("HTTP/1.1 413").contains("\"status\":413", "67108864");
    }

    /** Reads to the end of the stream, which comes only if the server closes. */
    private String answerTo(String path, String length) throws IOException {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(20_000);
            String head = """
                    POST %s HTTP/1.1
                    Host: localhost
                    Content-Type: application/json
                    Content-Length: %s

                    """.formatted(path, length).replace("\n", "\r\n");
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
