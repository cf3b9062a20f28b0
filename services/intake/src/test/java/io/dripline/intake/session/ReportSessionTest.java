package io.dripline.intake.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dripline.intake.Clinic;
import io.dripline.intake.Database;
import io.dripline.intake.Surroundings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ReportSessionTest {

    private static final Clinic NORTH = new Clinic("clinic-north");

    @Test
    void storesTheExampleOfTheDescription() {
        Response answer = new Clinic("clinic-example").post(SessionExample.REPORT);

        String id = answer.then()
                .statusCode(201)
                .contentType("application/json")
                .header("ETag", "\"1\"")
                .body("version", equalTo(1))
                .body("status", equalTo("ACTIVE"))
                .body("clinic", equalTo("clinic-example"))
                .body("reference", equalTo("2026-11-22/bay-3/2"))
                .body("startedAt", equalTo("2026-11-22T09:00:00+11:00"))
                .body("plannedDose.mgPerKgPerHour", equalTo(0.5f))
                .body("premedication", equalTo(List.of("MIDAZOLAM")))
                .body("adverseEvents", hasSize(1))
                .body("adverseEvents[0].verbatim", equalTo("felt floaty, out of my body"))
                .body("adverseEvents[0].id", matchesRegex("[0-9a-f]{8}-[0-9a-f]{4}-7.*"))
                .body("warnings", hasSize(0))
                .body("$", not(hasKey("patient")))
                .extract()
                .path("id");
        assertThat(UUID.fromString(id).version()).isEqualTo(7);
        answer.then().header("Location", endsWith("/sessions/" + id));
    }

    @Test
    void answersAsTheDescriptionShows() {
        Clinic clinic = new Clinic("clinic-of-examples");
        String id = clinic.post(SessionExample.REPORT).path("id");

        Response session = clinic.get(id);
        Response list = clinic.request().get("/sessions");
        Response history = clinic.request().get("/sessions/{id}/versions", id);

        assertThat(likeTheExample(session)).isEqualTo(new JsonPath(SessionExample.ANSWER).getMap(""));
        assertThat(likeTheExample(list)).isEqualTo(new JsonPath(SessionExample.PAGE).getMap(""));
        assertThat(likeTheExample(history)).isEqualTo(new JsonPath(SessionExample.HISTORY).getMap(""));
    }

    private static Map<String, Object> likeTheExample(Response answer) {
        String example = answer.asString()
                .replace("clinic-of-examples", "clinic-north")
                .replace("70.0", "70")
                .replace("35.0", "35")
                .replace("60.0", "60");
        String session = new JsonPath(SessionExample.ANSWER).getString("id");
        String event = new JsonPath(SessionExample.ANSWER).getString("adverseEvents[0].id");
        Matcher ids = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){4}[0-9a-f]{8}").matcher(example);
        AtomicInteger found = new AtomicInteger();
        return new JsonPath(ids.replaceAll(id -> found.getAndIncrement() == 0 ? session : event)).getMap("");
    }

    @Test
    void countsWhatIsNotStatedAsUnstated() {
        Response answer = NORTH.post("""
                {"reference": "bare", "patient": "P-1", "startedAt": "2026-11-20T09:00:00Z",
                 "route": "ORAL", "ascertainment": "SPONTANEOUS"}""");

        answer.then()
                .statusCode(201)
                .body("previouslyTreated", equalTo("UNKNOWN"))
                .body("plannedSessions", equalTo(1))
                .body("adverseEvents", hasSize(0))
                .body("$", not(hasKey("formulation")));
    }

    @Test
    void hasCommittedWhenItAnswers() {
        String id = NORTH.post(report("committed", r -> {})).then().extract().path("id");

        String seen = Database.value(
                "select version || ' ' || status || ' ' || who from session_version where session_id = '%s'"
                        .formatted(id));

        assertThat(seen).isEqualTo("1 ACTIVE clinic-north");
        assertThat(Database.count("session_text join patient_key using (session_id, version) where session_id = '%s'"
                        .formatted(id)))
                .isEqualTo(1);
    }

    @Test
    void keepsWordsApartFromTheContentAndThePatientsCodeNowhere() {
        String id = NORTH.post(report("apart", r -> r.put("patient", "QX-7731-code")))
                .then()
                .extract()
                .path("id");

        String row = Database.value("select v::text from session_version v where session_id = '%s'".formatted(id));

        assertThat(row).doesNotContain("floaty").contains("clinic-north");
        assertThat(Database.dump()).doesNotContain("QX-7731-code");
    }

    @Test
    void answersTheSameReportWithTheSameSession() {
        String body = report("twice", r -> {});
        String id = NORTH.post(body).then().statusCode(201).extract().path("id");

        Response again = NORTH.post(body);

        again.then().statusCode(200).body("id", equalTo(id)).header("ETag", "\"1\"");
        assertThat(Database.count("session_version where session_id = '%s'".formatted(id)))
                .isEqualTo(1);
    }

    @Test
    void recognisesTheSameReportInAnotherSpelling() {
        String id = NORTH.post(report("spelling", r -> r.put("plannedSessions", 1)))
                .then()
                .extract()
                .path("id");

        Response again = NORTH.post(report("spelling", r -> {
            r.put("weightKg", 70.0);
            r.put("startedAt", "2026-11-22T09:00+11:00");
            r.remove("plannedSessions");
            r.remove("conditions");
            r.putNull("conditions");
        }));

        again.then().statusCode(200).body("id", equalTo(id));
    }

    @Test
    void answersARepeatedReportWithTheSessionAsItStands() {
        String body = report("amended since", r -> {});
        String id = NORTH.post(body).then().extract().path("id");
        NORTH.put(id, "\"1\"", "weighed again", report("amended since", r -> r.put("weightKg", 71)))
                .then()
                .statusCode(200);

        Response again = NORTH.post(body);

        again.then().statusCode(200).header("ETag", "\"2\"").body("weightKg", equalTo(71.0f));
    }

    @Test
    void refusesAReferenceThatNamesAnotherReport() {
        String id = NORTH.post(report("taken", r -> {})).then().extract().path("id");

        Response other =
                NORTH.post(report("taken", r -> r.withArray("adverseEvents").removeAll()));

        other.then()
                .statusCode(409)
                .contentType("application/problem+json")
                .header("Location", endsWith("/sessions/" + id));
    }

    @Test
    void tellsPatientsApartWhereOnlyTheirCodesDiffer() {
        NORTH.post(report("another patient", r -> {})).then().statusCode(201);

        Response other = NORTH.post(report("another patient", r -> r.put("patient", "P-0043")));

        other.then().statusCode(409);
    }

    @Test
    void letsTwoClinicsUseTheSameReference() {
        NORTH.post(report("shared", r -> {})).then().statusCode(201);

        Response south = new Clinic("clinic-south").post(report("shared", r -> {}));

        south.then().statusCode(201);
        assertThat(Database.value("select count(distinct patient) from session_version where reference = 'shared'"))
                .isEqualTo("2");
    }

    @Test
    void storesOnceWhatTwentySendAtOnce() throws Exception {
        String body = report("twenty", r -> {});
        try (ExecutorService twenty = Executors.newFixedThreadPool(20)) {
            Callable<Integer> post = () -> NORTH.post(body).statusCode();

            List<Future<Integer>> answers = twenty.invokeAll(Collections.nCopies(20, post));

            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
            assertThat(statuses).containsOnly(200, 201).containsOnlyOnce(201);
        }
        assertThat(Database.count("session_version where reference = 'twenty'")).isEqualTo(1);
    }

    @Test
    void takesWordsInEveryScriptAndEventsInTheirOrder() {
        Response answer = NORTH.post(report("scripts", r -> {
            r.withArray("adverseEvents").removeAll();
            for (String words :
                    List.of("غثيان شديد", "a\u0301\u0302 combining", "line one\nline two\ttab", "🤢 sick")) {
                r.withArray("adverseEvents").addObject().put("verbatim", words);
            }
        }));

        answer.then()
                .statusCode(201)
                .body(
                        "adverseEvents.verbatim",
                        equalTo(List.of(
                                "غثيان شديد", "a\u0301\u0302 combining", "line one\nline two\ttab", "🤢 sick")));
    }

    @Test
    void takesASessionOfTwoYearsAgo() {
        Response answer = NORTH.post(report("old", r -> {
            r.put("startedAt", "2024-11-22T09:00:00+11:00");
            r.put("endedAt", "2024-11-22T09:40:00+11:00");
            r.withArray("adverseEvents").removeAll();
        }));

        answer.then().statusCode(201).body("startedAt", containsString("2024-11-22"));
    }

    private static String report(String reference, Consumer<ObjectNode> changes) {
        return Clinic.report(SessionExample.REPORT, changes.andThen(r -> r.put("reference", reference)));
    }
}
