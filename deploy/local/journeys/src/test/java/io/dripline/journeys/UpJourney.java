package io.dripline.journeys;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dripline.local.stack.Part;
import io.dripline.local.stack.StackConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./dripline up} as a newcomer meets it: the table, the curl, Ctrl-C, and the data of a second start. */
class UpJourney {

    private static final int MOST_MEGABYTES = 2750;
    private static final Pattern TOGETHER = Pattern.compile("together\\s+([0-9]+) MB");

    private static final Pattern PART = Pattern.compile("(?m)^  \\S+ +\\S+ +([0-9]+) +[0-9.]+ s +[0-9]+ MB$");

    @TempDir
    private Path checkout;

    @Test
    void startsPostsStopsAndKeepsWhatWasPosted() throws Exception {
        BorrowedBuild.into(checkout);
        int offset = BorrowedBuild.freeOffset();
        try (RunningUp first = RunningUp.of(checkout, offset)) {
            String said = first.untilReady();
            assertThat(said).contains("PostgreSQL", "Kafka", "Keycloak", "intake", "classification", "incidence");
            assertThat(megabytes(said)).isBetween(1, MOST_MEGABYTES);

            assertThat(bash(curlIn(said).replace("curl -i", "curl -sSi"))).startsWith("HTTP/1.1 201");
            awaitOneSession(first.config());

            List<ProcessHandle> parts = partsIn(said);
            assertThat(parts).hasSize(7).allMatch(ProcessHandle::isAlive);
            assertThat(first.interrupt()).contains("everything has stopped");
            // An orphan such as PostgreSQL's is there until the system has taken note of its end.
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(parts).noneMatch(ProcessHandle::isAlive));
        }
        try (RunningUp second = RunningUp.of(checkout, offset)) {
            second.untilReady();
            awaitOneSession(second.config());
        }
    }

    private static void awaitOneSession(StackConfig config) {
        Tokens officer = Tokens.ofPerson(config, "officer");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(given().auth()
                                .oauth2(officer.current())
                                .queryParam("measure", "CNS")
                                .queryParam("unit", "SESSION")
                                .get(config.address(Part.REPORTING) + "/api/incidence")
                                .then()
                                .statusCode(200)
                                .extract()
                                .<List<Integer>>path("rows.exposed"))
                        .containsExactly(1));
    }

    /** The processes of the table. PostgreSQL is nobody's child, so they cannot be asked for. */
    private static List<ProcessHandle> partsIn(String said) {
        return PART.matcher(said)
                .results()
                .flatMap(row -> ProcessHandle.of(Long.parseLong(row.group(1))).stream())
                .toList();
    }

    private static int megabytes(String said) {
        var together = TOGETHER.matcher(said);
        assertThat(together.find()).as(said).isTrue();
        return Integer.parseInt(together.group(1));
    }

    private static String curlIn(String said) {
        return said.substring(said.indexOf("  TOKEN="), said.indexOf("Ctrl-C stops"));
    }

    private static String bash(String commands) throws IOException {
        Process bash = new ProcessBuilder("bash", "-c", commands)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
