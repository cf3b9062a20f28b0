package io.dripline.intake.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.intake.Clinic;
import io.dripline.intake.Database;
import io.dripline.intake.Surroundings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ReportBatchTest {

    private final Clinic clinic = new Clinic("batch-" + UUID.randomUUID());

    @Test
    void answersEachLineInOrder() {
        Response answer = clinic.batch(SessionExample.LINE + SessionExample.BAD_LINE);

        answer.then().statusCode(200).contentType("application/x-ndjson");
        List<JsonPath> lines = lines(answer);
        assertThat(answer.asString()
                        .replaceFirst("\"id\":\"[^\"]*\"", "\"id\":\"019ab0f2-6a00-7000-8000-000000000002\""))
                .isEqualTo(SessionExample.LINE_STORED + SessionExample.LINE_REFUSED);
        clinic.get(lines.getFirst().getString("id")).then().statusCode(200).header("ETag", "\"1\"");
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void oneBadLineInAThousandHarmsNoOther() {
        String body = IntStream.rangeClosed(1, 1000)
                .mapToObj(i -> i == 617 ? "{\"reference\": " : report("r" + i, 70))
                .collect(Collectors.joining("\n"));

        List<JsonPath> lines = lines(clinic.batch(body));

        assertThat(lines)
                .extracting(line -> line.getInt("line"))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 1000).boxed().toList());
        assertThat(lines).filteredOn(line -> line.getInt("status") == 201).hasSize(999);
        assertThat(lines.get(616).getInt("status")).isEqualTo(400);
        assertThat(lines.get(616).getString("title")).isEqualTo("Bad Request");
        assertThat(stored()).isEqualTo(999);
        assertThat(Database.count("session_text join session_version using (session_id, version) where clinic = '%s'"
                        .formatted(clinic.id())))
                .isEqualTo(999);
    }

    @Test
    void linesUnderOneReferenceAreAsIfPostedOneAfterAnother() {
        List<JsonPath> lines =
                lines(clinic.batch(String.join("\n", report("same", 70), report("same", 70), report("same", 71))));

        String id = lines.getFirst().getString("id");
        assertThat(lines).extracting(line -> line.getInt("status")).containsExactly(201, 200, 409);
        assertThat(lines.get(1).getString("id")).isEqualTo(id);
        assertThat(lines.get(2).getString("location")).isEqualTo("/sessions/" + id);
        assertThat(lines.get(2).getString("title")).isEqualTo("Conflict");
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void aBatchThatIsRepeatedIsStoredOnce() {
        String body =
                IntStream.rangeClosed(1, 700).mapToObj(i -> report("r" + i, 70)).collect(Collectors.joining("\n"));
        List<String> first = ids(clinic.batch(body));

        Response again = clinic.batch(body);

        assertThat(lines(again)).extracting(line -> line.getInt("status")).containsOnly(200);
        assertThat(ids(again)).isEqualTo(first);
        assertThat(stored()).isEqualTo(700);
    }

    @Test
    void batchesWithTheSameReportsInAnotherOrderStoreEachOnce() throws Exception {
        List<String> reports =
                IntStream.rangeClosed(1, 400).mapToObj(i -> report("r" + i, 70)).toList();
        try (ExecutorService both = Executors.newFixedThreadPool(4)) {
            Callable<Response> forwards = () -> clinic.batch(String.join("\n", reports));
            Callable<Response> backwards = () -> clinic.batch(String.join("\n", reports.reversed()));

            List<Integer> statuses = new ArrayList<>();
            for (Future<Response> answer : both.invokeAll(List.of(forwards, backwards, forwards, backwards))) {
                lines(answer.get()).forEach(line -> statuses.add(line.getInt("status")));
            }

            assertThat(statuses).hasSize(1600).containsOnly(200, 201);
            assertThat(statuses).filteredOn(status -> status == 201).hasSize(400);
        }
    }

    @Test
    void aLineBeyondOneMebibyteIsRefusedAlone() {
        String long1 = report("x".repeat(1 << 20), 70);

        List<JsonPath> lines = lines(clinic.batch(String.join("\n", report("a", 70), long1, report("b", 70))));

        assertThat(lines).extracting(line -> line.getInt("status")).containsExactly(201, 413, 201);
        assertThat(lines.get(1).getString("title")).isEqualTo("Content Too Large");
    }

    @Test
    void blankLinesAreCountedAndPassedOver() {
        List<JsonPath> lines = lines(clinic.batch("\n" + report("a", 70) + "\r\n  \n" + report("b", 70) + "\n\n"));

        assertThat(lines).extracting(line -> line.getInt("line")).containsExactly(2, 4);
        assertThat(lines).extracting(line -> line.getInt("status")).containsOnly(201);
    }

    @Test
    void keepsWordsInEveryScriptByteForByte() {
        String words = "غثيان \u202Bشديد\u202C a\u0301\u0302 🤢";
        String id = lines(clinic.batch(report("scripts", 70).replace("felt floaty", words)))
                .getFirst()
                .getString("id");

        assertThat(clinic.get(id).<String>path("adverseEvents[0].verbatim")).isEqualTo(words);
    }

    @Test
    void nothingIsAnsweredByNothing() {
        Response answer = clinic.batch("\n");

        answer.then().statusCode(200);
        assertThat(answer.asString()).isEmpty();
    }

    private int stored() {
        return Database.count("session_version where clinic = '%s'".formatted(clinic.id()));
    }

    private static List<String> ids(Response answer) {
        return lines(answer).stream().map(line -> line.getString("id")).toList();
    }

    private static List<JsonPath> lines(Response answer) {
        answer.then().statusCode(200);
        return answer.asString().lines().map(JsonPath::new).toList();
    }

    private static String report(String reference, int weight) {
        return """
                {"reference": "%s", "patient": "P-1", "startedAt": "2026-11-20T09:00:00+11:00", "route": "ORAL", \
                "weightKg": %d, "ascertainment": "CHECKLIST", "adverseEvents": [{"verbatim": "felt floaty"}]}""".formatted(reference, weight);
    }
}
