package io.dripline.intake.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dripline.intake.Clinic;
import io.dripline.intake.Database;
import io.dripline.intake.Surroundings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Free text lies apart, and a session whose free text was erased is still a session. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ErasedWordsTest {

    private static final Clinic CLINIC = new Clinic("clinic-of-erasures");
    private static final String WORDS = "felt floaty, out of my body";
    private static final String REASON = "Mrs Smith was mistaken for Mr Smith";

    private final String reference = UUID.randomUUID().toString();
    private String id;
    private String eventId;

    @BeforeEach
    void reportAmendAndErase() {
        Response reported = CLINIC.post(report(r -> {}));
        id = reported.then().statusCode(201).extract().path("id");
        eventId = reported.path("adverseEvents[0].id");
        CLINIC.put(id, "\"1\"", REASON, report(r -> r.put("weightKg", 72)))
                .then()
                .statusCode(200);
    }

    @Test
    void noFreeTextLiesInTheRecord() {
        String record = Database.value(
                "select string_agg(v::text, ' ') from session_version v where session_id = '%s'".formatted(id));

        assertThat(record).contains(reference).doesNotContain("floaty", "Smith");
        assertThat(Database.value("select string_agg(encode(sealed, 'escape'), ' ') from session_text"
                        + " where session_id = '%s'".formatted(id)))
                .doesNotContain("floaty");
        assertThat(Database.count("session_reason where session_id = '%s' and version = 2".formatted(id)))
                .isEqualTo(1);
    }

    @Test
    void erasedWordsAreReadAsErasedAtEveryDoor() {
        erase();

        CLINIC.get(id)
                .then()
                .statusCode(200)
                .body("weightKg", equalTo(72.0f))
                .body("adverseEvents[0].id", equalTo(eventId))
                .body("adverseEvents[0]", hasKey("verbatim"))
                .body("adverseEvents[0].verbatim", nullValue())
                .body("adverseEvents[0].severity", equalTo("MILD"));
        CLINIC.request()
                .get("/sessions/{id}/versions", id)
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].content.adverseEvents[0].verbatim", nullValue())
                .body("items[1].reason", nullValue());
        CLINIC.request()
                .get("/sessions")
                .then()
                .statusCode(200)
                .body("items.find { it.id == '%s' }.adverseEvents[0]".formatted(id), hasKey("verbatim"));
    }

    @Test
    void theSameReportIsStillKnownAndBringsNoWordsBack() {
        erase();

        Response again = CLINIC.post(report(r -> {}));

        again.then().statusCode(200).body("id", equalTo(id)).body("adverseEvents[0].verbatim", nullValue());
        assertThat(words()).isZero();
    }

    @Test
    void anEventCanBeAddedToASessionWhoseWordsWereErased() {
        erase();

        Response added = CLINIC.request()
                .contentType("application/json")
                .body("{\"verbatim\": \"vomited\"}")
                .post("/sessions/{id}/adverse-events", id);

        added.then()
                .statusCode(201)
                .body("adverseEvents[0].id", equalTo(eventId))
                .body("adverseEvents[0].verbatim", nullValue())
                .body("adverseEvents[1].verbatim", equalTo("vomited"));
        CLINIC.get(id).then().statusCode(200).body("adverseEvents", hasSize(2));
        assertThat(words()).isEqualTo(1);
    }

    @Test
    void itCanBeAmendedAndWithdrawn() {
        erase();

        Response amended = CLINIC.put(id, "\"2\"", "asked again", report(r -> {}));

        amended.then().statusCode(200).body("adverseEvents[0].verbatim", equalTo(WORDS));
        erase();
        CLINIC.delete(id, "\"3\"", "entered twice").then().statusCode(204);
        CLINIC.get(id).then().statusCode(200).body("status", equalTo("WITHDRAWN"));
    }

    private void erase() {
        Database.execute("delete from patient_key where session_id = '%s'".formatted(id));
    }

    private int words() {
        return Database.count(
                "session_text join patient_key using (session_id, version) where session_id = '%s'".formatted(id));
    }

    private String report(Consumer<ObjectNode> changes) {
        Consumer<ObjectNode> named = r -> r.put("reference", reference);
        return Clinic.report(SessionExample.REPORT, named.andThen(changes));
    }
}
