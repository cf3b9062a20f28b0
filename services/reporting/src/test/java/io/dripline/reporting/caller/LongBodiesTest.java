package io.dripline.reporting.caller;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.access.RawExchange;
import io.dripline.reporting.Servers;
import io.dripline.reporting.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The door for files takes what no other does, whether a body's length is announced or not. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class LongBodiesTest {

    private static final String UPLOAD = "/clinic/sessions/upload";
    private static final int TWO_MIB = 2 << 20;

    @TestHTTPResource
    URI service;

    @ParameterizedTest
    @ValueSource(strings = {"/api/evidence/ebh", "/clinic/sessions/new", "/clinic/sessions/upload/"})
    void anAnnouncedBodyOfMoreThanAMebibyteIsRefusedElsewhere(String path) throws IOException {
        RawExchange answer = RawExchange.of(service, head(path, "Content-Length: " + TWO_MIB));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).contains("expected at most 1048576 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/evidence/ebh", "/clinic/sessions/new"})
    void oneThatIsNotAnnouncedIsCutOffElsewhere(String path) throws IOException {
        int length = (1 << 20) + 1;

        RawExchange answer = RawExchange.of(
                service, head(path, "Transfer-Encoding: chunked") + "%x\r\n".formatted(length) + " ".repeat(length));

        assertThat(answer.status()).isBetween(400, 499);
        assertThat(answer.isUnfinished()).isFalse();
    }

    @Test
    void aFileOfTwoMebibytesIsRead() throws Exception {
        byte[] form = ("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\ncolour\n"
                        + "red\n".repeat(TWO_MIB / 4) + "\r\n--b--\r\n")
                .getBytes(StandardCharsets.UTF_8);

        for (BodyPublisher body : List.of(
                BodyPublishers.ofByteArray(form), BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(form)))) {
            HttpResponse<String> answer = post(body);

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("unknown column: colour");
        }
    }

    private String head(String path, String length) {
        return "POST %s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\nContent-Type: %s\r\n%s\r\n\r\n"
                .formatted(
                        path,
                        service.getAuthority(),
                        Tokens.clinic("clinic-north"),
                        path.startsWith("/api/") ? "application/json" : "application/x-www-form-urlencoded",
                        length);
    }

    private HttpResponse<String> post(BodyPublisher body) throws Exception {
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return http.send(
                    HttpRequest.newBuilder(service.resolve(UPLOAD))
                            .header("Authorization", "Bearer " + Tokens.clinic("clinic-north"))
                            .header("Content-Type", "multipart/form-data; boundary=b")
                            .POST(body)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
