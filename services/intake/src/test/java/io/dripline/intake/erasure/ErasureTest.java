package io.dripline.intake.erasure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.dripline.contracts.Topics;
import io.dripline.contracts.session.ReportedSession;
import io.dripline.intake.Clinic;
import io.dripline.intake.Database;
import io.dripline.intake.FixedClock;
import io.dripline.intake.PublishedRecords;
import io.dripline.intake.Surroundings;
import io.dripline.intake.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was said about a patient in words can be gone for good, and everything that was counted stays. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ErasureTest {

    private static final Clinic CLINIC = new Clinic("clinic-of-wishes");

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private final String code = "W-" + UUID.randomUUID();

    @Test
    void wordsAndReasonsAreGoneFromEveryVersionAndTheRestStays() {
        String first = reported("a", "felt floaty");
        String second = reported("b", "vomited");
        CLINIC.put(first, "\"1\"", "asked again", report("a", "felt odd"))
                .then()
                .statusCode(200);
        String ledger = ledgerOf(first);

        erase().then()
                .statusCode(201)
                .body("id", notNullValue())
                .body("ground", equalTo("CONSENT_WITHDRAWN"))
                .body("who", equalTo("clinic-of-wishes"))
                .body("sessions", equalTo(2));

        CLINIC.get(first)
                .then()
                .body("version", equalTo(3))
                .body("status", equalTo("ACTIVE"))
                .body("adverseEvents[0].verbatim", nullValue())
                .body("adverseEvents[0].severity", equalTo("MILD"));
        CLINIC.request()
                .get("/sessions/{id}/versions", first)
                .then()
                .body("items.content.adverseEvents.verbatim.flatten()", not(hasItem(notNullValue())))
                .body("items.reason", not(hasItem(notNullValue())))
                .body("items[2].who", equalTo("clinic-of-wishes"));
        CLINIC.get(second).then().body("version", equalTo(2)).body("adverseEvents[0].verbatim", nullValue());
        assertThat(ledgerOf(first)).as("what was stored is as it was").isEqualTo(ledger);
        assertThat(Database.count("patient_key where session_id in ('%s', '%s')".formatted(first, second)))
                .isZero();
    }

    @Test
    void anErasedVersionTakesThePlaceOfTheOthersInTheTopic() {
        String id = reported("published", "felt floaty");
        PublishedRecords.of(bootstrapServers, Topics.SESSIONS_REPORTED, id, 1);

        erase().then().statusCode(201);

        var last = PublishedRecords.of(bootstrapServers, Topics.SESSIONS_REPORTED, id, 2)
                .getLast();
        ReportedSession erased = PublishedRecords.opened(last);
        assertThat(last.headers()).isEmpty();
        assertThat(erased.version()).isEqualTo(2);
        assertThat(erased.erasedAt()).isEqualTo(FixedClock.NOW);
        assertThat(erased.words()).isNull();
        assertThat(erased.adverseEvents())
                .singleElement()
                .satisfies(event -> assertThat(event.verbatim()).isNull());
    }

    @Test
    void itMayBeRepeatedAndWhatIsSaidAfterwardsIsKept() {
        String id = reported("again", "felt floaty");
        String erasure = erase().then().statusCode(201).extract().path("id");

        erase().then().statusCode(200).body("id", equalTo(erasure));
        CLINIC.get(id).then().body("version", equalTo(2));
        CLINIC.put(id, "\"2\"", "stated anew", report("again", "felt odd"))
                .then()
                .statusCode(200);
        CLINIC.get(id).then().body("adverseEvents[0].verbatim", equalTo("felt odd"));
        erase().then().statusCode(201).body("id", not(equalTo(erasure)));
        CLINIC.get(id).then().body("adverseEvents[0].verbatim", nullValue());
    }

    /** Nothing is opened to be destroyed. */
    @Test
    void wordsThatCannotBeOpenedCanBeErased() {
        String id = reported("damaged", "felt floaty");
        Database.execute("update session_text set sealed = 'damaged' where session_id = '%s'".formatted(id));
        Database.execute("update patient_key set wrapped = 'of a lost secret' where session_id = '%s'".formatted(id));

        erase().then().statusCode(201).body("sessions", equalTo(1));

        CLINIC.get(id).then().statusCode(200).body("version", equalTo(2));
    }

    @Test
    void ofTwoAtOnceOneErasesAndTheOtherFindsIt() throws Exception {
        String id = reported("twice", "felt floaty");
        try (ExecutorService two = Executors.newFixedThreadPool(2);
                Connection other = DriverManager.getConnection(Database.url(), "postgres", "postgres");
                Statement lock = other.createStatement()) {
            lock.execute("select pg_advisory_lock(hashtextextended('%s', 0))".formatted(id));
            List<Future<Response>> answers = List.of(two.submit(this::erase), two.submit(this::erase));
            await().untilAsserted(() -> assertThat(
                            Database.count("pg_locks where locktype = 'advisory' and not granted and database ="
                                    + " (select oid from pg_database where datname = current_database())"))
                    .isEqualTo(2));
            lock.execute("select pg_advisory_unlock_all()");

            Response one = answers.getFirst().get();
            Response another = answers.getLast().get();
            assertThat(List.of(one.statusCode(), another.statusCode())).containsExactlyInAnyOrder(201, 200);
            assertThat(one.<String>path("id")).isEqualTo(another.path("id"));
        }
        CLINIC.get(id).then().body("version", equalTo(2));
    }

    @Test
    void aWithdrawnSessionStaysWithdrawn() {
        String id = reported("withdrawn", "felt floaty");
        CLINIC.delete(id, "\"1\"", "entered twice").then().statusCode(204);

        erase().then().statusCode(201);

        CLINIC.get(id).then().body("status", equalTo("WITHDRAWN")).body("adverseEvents[0].verbatim", nullValue());
    }

    @Test
    void nobodyErasesAnotherClinicsPatient() {
        String id = reported("mine", "felt floaty");

        new Clinic("clinic-elsewhere")
                .request()
                .contentType("application/json")
                .body("{\"patient\": \"%s\", \"ground\": \"OBJECTION\"}".formatted(code))
                .post("/erasures")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");

        CLINIC.get(id).then().body("adverseEvents[0].verbatim", equalTo("felt floaty"));
    }

    @Test
    void erasuresAreListedWithoutSayingWhose() {
        reported("listed", "felt floaty");
        String erasure = erase().then().extract().path("id");

        String list = given().auth()
                .oauth2(Tokens.person("auditor", "auditor"))
                .get("/erasures?limit=1000")
                .then()
                .statusCode(200)
                .body("id", hasItem(erasure))
                .extract()
                .asString();
        assertThat(list).doesNotContain(code).doesNotContain("patient");
        new Clinic("clinic-elsewhere").request().get("/erasures").then().body("id", not(hasItem(erasure)));
        assertThat(Database.value("select string_agg(e::text, ' ') from erasure e"))
                .doesNotContain(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 422 | patient",
                "{\"patient\": \"P-1\", \"ground\": \"BECAUSE\"} | 400 | ground",
                "{\"patient\": \"P-1\", \"ground\": \"OBJECTION\", \"why\": \"x\"} | 400 | why"
            })
    void badInputIsNamed(String body, int status, String field) {
        CLINIC.request()
                .contentType("application/json")
                .body(body)
                .post("/erasures")
                .then()
                .statusCode(status)
                .body("violations.field", hasItems(field));
    }

    private Response erase() {
        return CLINIC.request()
                .contentType("application/json")
                .body("{\"patient\": \"%s\", \"ground\": \"CONSENT_WITHDRAWN\"}".formatted(code))
                .post("/erasures");
    }

    private String reported(String reference, String words) {
        return CLINIC.post(report(reference, words))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String report(String reference, String words) {
        return """
                {"reference": "%s %s", "patient": "%s", "startedAt": "2026-11-22T09:00:00+11:00", "route": "ORAL",
                 "ascertainment": "CHECKLIST", "adverseEvents": [{"verbatim": "%s", "severity": "MILD"}]}""".formatted(reference, code.substring(2), code, words);
    }

    /** The first two versions, with their sealed texts. */
    private static String ledgerOf(String id) {
        return Database.value("""
                select string_agg(v::text || coalesce(t::text, '') || coalesce(r::text, ''), ' ' order by v.version)
                from session_version v left join session_text t using (session_id, version)
                left join session_reason r using (session_id, version)
                where session_id = '%s' and version <= 2""".formatted(id));
    }
}
