package io.dripline.intake.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.dripline.intake.Clinic;
import io.dripline.intake.Database;
import io.dripline.intake.Surroundings;
import io.dripline.intake.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ListSessionsTest {

    private final Clinic clinic = new Clinic("list-" + UUID.randomUUID());
    private String monday;
    private String tuesday;
    private String alsoTuesday;
    private String friday;

    /** Posted in another order than they happened. */
    @BeforeEach
    void reportAWeek() {
        friday = report("friday", "2023-03-10T08:00:00+11:00");
        tuesday = report("tuesday", "2023-03-07T23:30:00+11:00");
        alsoTuesday = report("also tuesday", "2023-03-07T00:30:00+11:00");
        monday = report("monday", "2023-03-06T09:00:00+11:00");
    }

    @Test
    void comesByLocalDateOfStart() {
        Response list = clinic.request().get("/sessions");

        list.then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(monday, tuesday, alsoTuesday, friday)))
                .body("items.reference", equalTo(List.of("monday", "tuesday", "also tuesday", "friday")))
                .body("items[0].adverseEvents[0].verbatim", equalTo("felt floaty"))
                .body("items[0].warnings", hasSize(0))
                .body("next", nullValue());
        assertThat(list.asString()).doesNotContain("patient");
    }

    @Test
    void comesInPagesThatMissNothingAndRepeatNothing() {
        List<String> seen = new ArrayList<>();
        String after = "";
        do {
            Response page = clinic.request().get("/sessions?limit=1&after={after}", after);
            seen.addAll(page.<List<String>>path("items.id"));
            after = page.path("next");
        } while (after != null);

        assertThat(seen).containsExactly(monday, tuesday, alsoTuesday, friday);
    }

    @Test
    void isCutByDatesInclusively() {
        Response list = clinic.request().get("/sessions?from=2023-03-06&to=2023-03-07");

        list.then().body("items.id", equalTo(List.of(monday, tuesday, alsoTuesday)));
        clinic.request()
                .get("/sessions?from=2023-03-08&to=2023-03-10")
                .then()
                .body("items.id", equalTo(List.of(friday)));
        clinic.request().get("/sessions?from=2023-03-11&to=").then().body("items", hasSize(0));
    }

    @Test
    void showsSessionsAsTheyStand() {
        clinic.put(monday, "\"1\"", "wrong day", body("monday", "2023-03-09T09:00:00+11:00"))
                .then()
                .statusCode(200);
        clinic.delete(tuesday, "\"1\"", "entered twice").then().statusCode(204);

        Response list = clinic.request().get("/sessions");

        list.then()
                .body("items.id", equalTo(List.of(tuesday, alsoTuesday, monday, friday)))
                .body("items.version", equalTo(List.of(2, 1, 2, 1)))
                .body("items.status", equalTo(List.of("WITHDRAWN", "ACTIVE", "ACTIVE", "ACTIVE")));
    }

    @Test
    void isOfOneClinicToAClinicAndOfAllToOfficersAndAuditors() {
        Clinic other = new Clinic("list-" + UUID.randomUUID());
        other.post(body("elsewhere", "2023-03-07T09:00:00+11:00")).then().statusCode(201);

        Response list = clinic.request().get("/sessions?from=2023-03-06&to=2023-03-10");

        assertThat(list.<List<String>>path("items.clinic")).containsOnly(clinic.id());
        for (String role : List.of("safety-officer", "auditor")) {
            assertThat(all(as(role))).contains(monday, friday).hasSizeGreaterThanOrEqualTo(5);
        }
    }

    @Test
    void isServedByAnIndexInItsOrder() {
        new Clinic("clinic-of-many").postMany("2023-03-07T09:00:00+11:00");
        String after = "'2023-03-06', '2023-03-10', '2023-03-06', '01900000-0000-7000-8000-000000000000', 51";

        String ofOne = Database.plan(filled(CurrentSessions.OF_ONE_CLINIC, "'%s', ".formatted(clinic.id()) + after));
        String ofAll = Database.plan(filled(CurrentSessions.OF_EVERY_CLINIC, after));

        assertThat(ofOne).contains("session_version_of_clinic_by_date").doesNotContain("Sort");
        assertThat(ofAll).contains("session_version_by_date").doesNotContain("Sort");
    }

    private static String filled(String query, String values) {
        String filled = query;
        for (String value : values.split(", ")) {
            filled = filled.replaceFirst("\\?", value);
        }
        return filled;
    }

    private static RequestSpecification as(String role) {
        return RestAssured.given().auth().oauth2(Tokens.person(role, role));
    }

    private static List<String> all(RequestSpecification request) {
        Response list = request.get("/sessions?from=2023-03-06&to=2023-03-10&limit=200");
        list.then().statusCode(200);
        return list.path("items.id");
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
                {"reference": "%s", "patient": "P-1", "startedAt": "%s", "route": "ORAL", "ascertainment": "CHECKLIST",
                 "adverseEvents": [{"verbatim": "felt floaty"}]}""".formatted(reference, start);
    }
}
