package io.dripline.intake.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.dripline.intake.Clinic;
import io.dripline.intake.Database;
import io.dripline.intake.Surroundings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class AddEventTest {

    private static final Clinic CLINIC = new Clinic("clinic-of-late-events");

    private final String reference = UUID.randomUUID().toString();
    private String id;
    private String eventId;

    @BeforeEach
    void reportASession() {
        Response reported = CLINIC.post(Clinic.report(SessionExample.REPORT, r -> r.put("reference", reference)));
        id = reported.then().statusCode(201).extract().path("id");
        eventId = reported.path("adverseEvents[0].id");
    }

    @Test
    void isTheNextVersionBehindTheEventsThatWereThere() {
        Response answer = add(CLINIC.request(), SessionExample.EVENT);

        answer.then()
                .statusCode(201)
                .contentType("application/json")
                .header("ETag", "\"2\"")
                .header("Location", endsWith("/sessions/" + id))
                .body("version", equalTo(2))
                .body("adverseEvents", hasSize(2))
                .body("adverseEvents[0].id", equalTo(eventId))
                .body("adverseEvents[1].verbatim", equalTo("vomited once"))
                .body("adverseEvents[1].severity", equalTo("MODERATE"));
        CLINIC.request()
                .get("/sessions/{id}/versions", id)
                .then()
                .body("items.version", equalTo(List.of(1, 2)))
                .body("items[1].who", equalTo("clinic-of-late-events"))
                .body("items[1].reason", nullValue());
    }

    @Test
    void ofTheVersionThatWasReadHappensOnce() {
        RequestSpecification first = CLINIC.request().header("If-Match", "\"1\"");
        add(first, SessionExample.EVENT).then().statusCode(201);

        Response again = add(CLINIC.request().header("If-Match", "\"1\""), SessionExample.EVENT);

        again.then().statusCode(412).contentType("application/problem+json").header("ETag", "\"2\"");
        CLINIC.get(id).then().body("adverseEvents", hasSize(2));
    }

    @Test
    void leavesTheSessionAmendable() {
        add(CLINIC.request(), SessionExample.EVENT).then().statusCode(201);

        Response amended = CLINIC.put(
                id,
                "\"2\"",
                "reworded",
                Clinic.report(
                        SessionExample.REPORT,
                        r -> r.put("reference", reference)
                                .withArray("adverseEvents")
                                .addObject()
                                .put("verbatim", "vomited once")));

        amended.then().statusCode(200).header("ETag", "\"3\"").body("adverseEvents[0].id", equalTo(eventId));
    }

    @Test
    void toAWithdrawnSessionIsRefused() {
        CLINIC.delete(id, "\"1\"", "entered twice").then().statusCode(204);

        Response answer = add(CLINIC.request(), SessionExample.EVENT);

        answer.then().statusCode(409).contentType("application/problem+json");
    }

    @Test
    void toAnotherClinicsSessionIsAsToAnUnknownOne() {
        Response answer = add(new Clinic("clinic-other").request(), SessionExample.EVENT);

        answer.then().statusCode(404).contentType("application/problem+json");
        assertThat(Database.count("session_version where session_id = '%s'".formatted(id)))
                .isEqualTo(1);
    }

    @Test
    void beyondTwoHundredIsRefused() {
        CLINIC.put(id, "\"1\"", "many", Clinic.report(SessionExample.REPORT, r -> {
                    r.put("reference", reference).withArray("adverseEvents").removeAll();
                    for (int i = 0; i < 200; i++) {
                        r.withArray("adverseEvents").addObject().put("verbatim", "event " + i);
                    }
                }))
                .then()
                .statusCode(200);

        Response answer = add(CLINIC.request(), SessionExample.EVENT);

        answer.then().statusCode(422).body("violations.field", equalTo(List.of("adverseEvents")));
    }

    private Response add(RequestSpecification request, String event) {
        return request.contentType("application/json").body(event).post("/sessions/{id}/adverse-events", id);
    }
}
