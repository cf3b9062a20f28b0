package io.dripline.intake.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.dripline.intake.Clinic;
import io.dripline.intake.Database;
import io.dripline.intake.Surroundings;
import io.dripline.intake.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class TallyTest {

    private final Clinic clinic = new Clinic("tally-" + UUID.randomUUID());

    @Test
    void isAnsweredBesideWhatWasPosted() {
        Response answer = put("2026-11-21", TallyExample.STATED);

        answer.then().statusCode(200).contentType("application/json");
        assertThat(answer.jsonPath().getMap("")).isEqualTo(new JsonPath(TallyExample.DAY).getMap(""));
    }

    @Test
    void countsActiveSessionsByTheLocalDateOfTheirStart() {
        put("2026-11-21", TallyExample.STATED);
        String withdrawn = report("withdrawn", "2026-11-22T09:00:00+11:00");
        String moved = report("moved", "2026-11-20T09:00:00+11:00");
        clinic.delete(withdrawn, "\"1\"", "entered twice").then().statusCode(204);
        clinic.put(moved, "\"1\"", "wrong day", body("moved", "2026-11-22T00:10:00+11:00"))
                .then()
                .statusCode(200);

        Response days = clinic.request().get("/tallies?from=2026-11-16&to=2026-11-22");

        days.then().statusCode(200);
        assertThat(days.jsonPath().<Map<String, Object>>getList(""))
                .isEqualTo(new JsonPath(TallyExample.DAYS).<Map<String, Object>>getList(""));
    }

    @Test
    void isCutByDatesInclusively() {
        for (String day : List.of("2026-11-01", "2026-11-02", "2026-11-03", "2026-11-04")) {
            put(day, TallyExample.STATED).then().statusCode(200);
        }

        Response days = clinic.request().get("/tallies?from=2026-11-02&to=2026-11-03");

        days.then().body("date", equalTo(List.of("2026-11-02", "2026-11-03")));
        clinic.request().get("/tallies").then().body("date.size()", equalTo(4));
    }

    /** Today is the 23rd where the date changes first. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                               | 2025-11-23, 2026-11-23
            from=&to=          | 2025-11-23, 2026-11-23
            from=2025-11-23    | 2025-11-23, 2026-11-23
            from=2025-11-24    | 2026-11-23
            from=2026-11-23&to= | 2026-11-23
            from=2025-11-22&to=2026-11-22 | 2025-11-22, 2025-11-23
            from=9999-12-31    |
            """)
    void reachesToTodayAndAYearBack(@Nullable String query, @Nullable String days) {
        for (String day : List.of("2025-11-22", "2025-11-23", "2026-11-23")) {
            put(day, TallyExample.STATED).then().statusCode(200);
        }

        Response answer = clinic.request().get(query == null ? "/tallies" : "/tallies?" + query);

        answer.then().statusCode(200).body("date", equalTo(days == null ? List.of() : List.of(days.split(", "))));
    }

    @Test
    void isOfALeapYear() {
        clinic.request().get("/tallies?from=2024-01-01&to=2024-12-31").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            from=2025-11-21&to=2026-11-22 | to   | expected at most 366 days; 2025-11-21 to 2026-11-22 are 367
            from=2024-01-01&to=2025-01-01 | to   | expected at most 366 days; 2024-01-01 to 2025-01-01 are 367
            from=0001-01-01&to=9999-12-31 | to   | expected at most 366 days; 0001-01-01 to 9999-12-31 are 3652059
            from=2026-11-22&to=2026-11-21 | to   | expected a date that is not before from
            from=2025-11-22               | to   | expected at most 366 days; 2025-11-22 to 2026-11-23 are 367
            to=2026-11-22                 | from | expected beside to; at most 366 days are answered
            to=0000-01-01&from=           | from | expected beside to; at most 366 days are answered
            """)
    void isNeverCutSilently(String query, String field, String message) {
        Response answer = clinic.request().get("/tallies?" + query);

        answer.then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("violations.field", equalTo(List.of(field)))
                .body("violations.message", equalTo(List.of(message)));
    }

    @Test
    void holdsAsLastStatedAndKeepsWhoStatedWhatAndWhen() {
        put("2026-11-21", "{\"sessionsPerformed\": 13}");

        Response corrected = put("2026-11-21", "{\"sessionsPerformed\": 15}");

        corrected.then().statusCode(200).body("sessionsPerformed", equalTo(15));
        assertThat(Database.value("""
                select string_agg(sessions_performed || ' ' || who || ' ' || (stated_at at time zone 'UTC'), ', ' order by seq)
                from tally where clinic = '%s'""".formatted(clinic.id())))
                .isEqualTo("13 %1$s 2026-11-22 12:00:00, 15 %1$s 2026-11-22 12:00:00".formatted(clinic.id()));
    }

    @Test
    void ofADayThatBeganElsewhereIsTaken() {
        Response answer = put("2026-11-23", TallyExample.STATED);

        answer.then().statusCode(200);
    }

    @Test
    void ofEveryClinicIsShownToOfficersAndAuditorsWithItsName() {
        put("2026-11-21", TallyExample.STATED);

        Response days = RestAssured.given()
                .auth()
                .oauth2(Tokens.person("auditor", "auditor"))
                .get("/tallies?from=2026-11-21&to=2026-11-21");

        assertThat(days.<List<String>>path("clinic")).contains(clinic.id());
        put(RestAssured.given().auth().oauth2(Tokens.person("safety-officer", "officer")), "2026-11-21")
                .then()
                .statusCode(403);
    }

    @Test
    void isCountedByAnIndex() {
        new Clinic("clinic-of-many").postMany("2026-11-18T09:00:00+11:00");
        String query = Tallies.DAYS_OF_ONE_CLINIC
                .replaceAll("clinic = \\?", "clinic = 'clinic-of-few'")
                .replaceAll("between \\? and \\?", "between '2026-11-16' and '2026-11-22'");

        String plan = Database.plan(query);

        assertThat(plan).contains("session_version_of_clinic_by_date", "tally_newest");
    }

    private Response put(String date, String body) {
        return clinic.request().contentType("application/json").body(body).put("/tallies/{date}", date);
    }

    private static Response put(RequestSpecification request, String date) {
        return request.contentType("application/json").body(TallyExample.STATED).put("/tallies/{date}", date);
    }

    private String report(String reference, String start) {
        return clinic.post(body(reference, start))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String body(String reference, String start) {
        return """
                {"reference": "%s", "patient": "P-1", "startedAt": "%s", "route": "ORAL", "ascertainment": "CHECKLIST"}""".formatted(reference, start);
    }
}
