package io.dripline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A body that is announced as longer than any door takes is refused before it is sent. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class LongBodyTest {

    @TestHTTPResource
    URI address;

    @ParameterizedTest
    @ValueSource(strings = {"67108865", "99999999999"})
    void isAProblem(String length) throws IOException {
        String answer = answerTo(length);

        assertThat(answer)
                .startsWith("HTTP/1.1 413")
                .containsIgnoringCase("Content-Type: application/problem+json")
                .contains("\"status\":413", "67108864");
    }

    private String answerTo(String length) throws IOException {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(20_000);
            String head = """
                    POST /sessions/batch HTTP/1.1
                    Host: localhost
                    Authorization: Bearer %s
                    Content-Type: application/x-ndjson
                    Content-Length: %s

                    """.formatted(Tokens.clinic("clinic-of-long-bodies"), length)
                    .replace("\n", "\r\n");
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
