package io.dripline.classification.ruling;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.classification.TestIssuer;
import io.dripline.classification.TestSurroundings;
import io.dripline.classification.TestWordKeys;
import io.dripline.classification.session.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What becomes of the lines of an import. */
@QuarkusTest
@TestSurroundings
class ImportRulingsTest {

    @Inject
    DataSource dataSource;

    private final String words = "flurbled " + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "q";

    @Test
    void answersEachLineThatTheDatabaseCouldNotTake() throws Exception {
        Database database = new Database(dataSource);
        database.execute("""
                create function break_down() returns trigger language plpgsql as
                    $$ begin raise exception 'out of memory' using errcode = '53200'; end $$;
                create trigger breaks_down before insert on ruling for each row when (new.who = 'breaks')
                    execute function break_down()""");
        try {
            List<String> answers = importing(IntStream.rangeClosed(1, 250)
                    .mapToObj(i -> line(words + i, i == 150 ? "breaks" : "ann", "2026-01-02T03:04:05Z"))
                    .collect(Collectors.joining("\n")));

            assertThat(answers).hasSize(250);
            assertThat(answers.subList(0, 100)).allMatch(answer -> answer.contains("\"status\":201"));
            assertThat(answers.subList(100, 250)).allMatch(answer -> answer.contains("\"status\":503"));
        } finally {
            database.execute("drop trigger breaks_down on ruling; drop function break_down()");
        }
    }

    @Test
    void refusesWhatIsDecidedInTheFuture() {
        String soon = Instant.now().plus(4, ChronoUnit.MINUTES).toString();
        String later = Instant.now().plus(7, ChronoUnit.MINUTES).toString();

        assertThat(importing(line(words + "a", "ann", later)))
                .singleElement()
                .satisfies(answer -> assertThat(answer).contains("\"status\":422", "decidedAt"));
        assertThat(importing(line(words + "b", "ann", soon)))
                .singleElement()
                .satisfies(answer -> assertThat(answer).contains("\"status\":201"));
    }

    @Test
    void refusesWordsThatNobodySees() {
        assertThat(importing(line("\\u00A0", "ann", "2026-01-02T03:04:05Z")))
                .singleElement()
                .satisfies(answer -> assertThat(answer).contains("\"status\":422", "\"words\""));
    }

    /** So that another site, which has secrets of its own, can take it over. */
    @Test
    void anExportHoldsWordsAndNoKeys() {
        importing(line(words, "ann", "2026-01-02T03:04:05Z"));

        String exported = given().auth()
                .oauth2(TestIssuer.tokenOf("auditor"))
                .get("/rulings/export")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(exported).doesNotContain(TestWordKeys.of(words).hex());
        assertThat(exported.lines().filter(line -> line.contains(words)))
                .singleElement()
                .satisfies(line -> assertThat(JsonPath.from(line).getMap("").keySet())
                        .containsExactlyInAnyOrder("words", "terms", "reason", "who", "decidedAt", "origin"));
    }

    private static String line(String words, String who, String decidedAt) {
        return """
                {"words": "%s", "terms": ["dizziness"], "reason": "so we say", "who": "%s", "decidedAt": "%s", "origin": "south"}""".formatted(words, who, decidedAt);
    }

    private static List<String> importing(String lines) {
        return given().auth()
                .oauth2(TestIssuer.tokenOf("safety-officer"))
                .contentType("application/x-ndjson")
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post("/rulings/import")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .toList();
    }
}
