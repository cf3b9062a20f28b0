package io.dripline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A parameter that cannot be heeded is named with what was expected. Sent as it is, for clients mend addresses. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ParametersTest {

    @TestHTTPResource
    URI server;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /sessions?form=2026-11-16                 | form          | unknown parameter; expected one of after, from, limit, to
            /sessions?From=2026-11-16                 | From          | unknown parameter; expected one of after, from, limit, to
            /sessions?colour                          | colour        | unknown parameter; expected one of after, from, limit, to
            /sessions?colour=red&colour=blue          | colour        | unknown parameter; expected one of after, from, limit, to
            /sessions?=x                              | x             | unknown parameter; expected one of after, from, limit, to
            /sessions?to%00=2026-11-16                | to?           | unknown parameter; expected one of after, from, limit, to
            /sessions?%F0%9F%A4%A2=1                  | 🤢            | unknown parameter; expected one of after, from, limit, to
            /sessions?from=2026-11-16&from=2026-11-16 | from          | expected once, found 2 times
            /sessions?from=2026-11-16;colour=red      | colour        | unknown parameter; expected one of after, from, limit, to
            /sessions?from=%32026-11-16%20            | from          | expected a date, as 2026-11-22
            /sessions?limit=201                       | limit         | expected a whole number from 1 to 200
            /sessions?after=7                         | after         | expected what a page named as next
            /sessions/{id}?version=1                  | version       | unknown parameter; none is expected here
            /sessions/{id}/versions?to=2              | to            | unknown parameter; expected one of after, limit
            /sessions/{id}/versions?after=-1          | after         | expected a whole number from 0 to 2147483647
            /tallies?clinic=clinic-north              | clinic        | unknown parameter; expected one of from, to
            /tallies?to=2026-02-30                    | to            | expected a date, as 2026-11-22
            """)
    void areNamedWithWhatWasExpected(String address, String field, String message) throws IOException {
        String answer = answerTo(address.replace("{id}", "01900000-0000-7000-8000-000000000000"));

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .containsIgnoringCase("\r\nContent-Type: application/problem+json");
        JsonPath problem = new JsonPath(answer.substring(answer.indexOf("\r\n\r\n")));
        assertThat(problem.<String>getList("violations.field")).containsExactly(field);
        assertThat(problem.<String>getList("violations.message")).containsExactly(message);
    }

    private String answerTo(String address) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(20_000);
            String head = """
                    GET %s HTTP/1.1
                    Host: localhost
                    Connection: close
                    Authorization: Bearer %s

                    """.formatted(address, Tokens.clinic("clinic-of-parameters"))
                    .replace("\n", "\r\n");
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
