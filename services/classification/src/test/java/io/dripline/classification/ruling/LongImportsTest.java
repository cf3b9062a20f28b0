package io.dripline.classification.ruling;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.classification.TestIssuer;
import io.dripline.classification.TestSurroundings;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How long a file of rulings, and a line of it, may be. */
@QuarkusTest
@TestSurroundings
class LongImportsTest {

    private static final int MIB = 1 << 20;

    @TestHTTPResource("/rulings/import")
    URI address;

    private final String words = "wobbled " + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "q";

    @Test
    void takesAFileOfLongLinesButNoLineBeyondTheLimit() {
        String longest = Imports.line(words).strip();
        longest += " ".repeat(MIB - longest.length()) + "\n";

        var answers = Imports.take(longest + " ".repeat(MIB) + "x\n" + longest.replace("wobbled", "wibbled"));

        assertThat(answers).hasSize(3);
        assertThat(answers.get(0)).contains("\"line\":1", "\"status\":201");
        assertThat(answers.get(1)).contains("\"line\":2", "\"status\":413", "1048576 bytes a line");
        assertThat(answers.get(2)).contains("\"line\":3", "\"status\":201");
    }

    @Test
    void answersWhatWasTakenOfAFileThatTurnsOutTooLong() throws Exception {
        byte[] blank = new byte[MIB];
        Arrays.fill(blank, (byte) ' ');
        blank[MIB - 1] = '\n';
        Stream<InputStream> parts = Stream.concat(
                Stream.of(new ByteArrayInputStream(Imports.line(words).getBytes(StandardCharsets.UTF_8))),
                Stream.generate(() -> new ByteArrayInputStream(blank)).limit(64));
        InputStream file = new SequenceInputStream(Collections.enumeration(parts.toList()));
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var answer = client.send(
                    HttpRequest.newBuilder(address)
                            .header("Authorization", "Bearer " + TestIssuer.tokenOf("safety-officer"))
                            .header("Content-Type", "application/x-ndjson")
                            .POST(BodyPublishers.ofInputStream(() -> file))
                            .build(),
                    BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body().lines())
                    .hasSize(2)
                    .satisfiesExactly(
                            first -> assertThat(first).contains("\"line\":1", "\"status\":201"),
                            last -> assertThat(last)
                                    .contains("\"line\":65", "\"status\":413", "67108864 bytes a file"));
        }
    }
}
