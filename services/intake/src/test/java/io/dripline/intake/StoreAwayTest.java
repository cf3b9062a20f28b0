package io.dripline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** While the database is away every door says so and asks for another try; when it is back, so are they. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class StoreAwayTest {

    private static final Clinic CLINIC = new Clinic("clinic-without-store");
    private static final String SESSION = """
            {"reference": "%s", "patient": "P-1", "startedAt": "2026-11-20T09:00:00+11:00", "route": "ORAL", "ascertainment": "CHECKLIST"}
            """.strip();

    private static String id;

    enum Door {
        REPORT(r -> json(r, SESSION.formatted(UUID.randomUUID())).post("/sessions")),
        READ(r -> r.get("/sessions/{id}", id)),
        HISTORY(r -> r.get("/sessions/{id}/versions", id)),
        LIST(r -> r.get("/sessions")),
        AMEND(r -> json(changing(r), SESSION.formatted("there")).put("/sessions/{id}", id)),
        ADD(r -> json(r, "{\"verbatim\": \"sick\"}").post("/sessions/{id}/adverse-events", id)),
        WITHDRAW(r -> changing(r).delete("/sessions/{id}", id)),
        BATCH(r -> r.contentType("application/x-ndjson")
                .body(SESSION.formatted(UUID.randomUUID()).getBytes(StandardCharsets.UTF_8))
                .post("/sessions/batch")),
        STATE_TALLY(r -> json(r, "{\"sessionsPerformed\": 14}").put("/tallies/2026-11-22")),
        READ_TALLIES(r -> r.get("/tallies"));

        final Function<RequestSpecification, Response> knock;

        Door(Function<RequestSpecification, Response> knock) {
            this.knock = knock;
        }
    }

    @BeforeEach
    void haveASession() {
        id = CLINIC.post(SESSION.formatted("there")).path("id");
    }

    @AfterEach
    void waitUntilItIsBack() {
        await().ignoreExceptions().until(() -> CLINIC.get(id).statusCode() == 200);
        await().until(() -> CLINIC.post(SESSION.formatted(UUID.randomUUID())).statusCode() == 201);
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void asksForAnotherTry(Door door) throws Exception {
        Response answer;
        try (AutoCloseable away = CountingWire.cut()) {
            answer = door.knock.apply(CLINIC.request());
        }

        answer.then().statusCode(503).contentType("application/problem+json").header("Retry-After", "2");
    }

    /** The clinic cannot know whether it was stored; a second try tells, and never stores it twice. */
    @ParameterizedTest
    @EnumSource(CountingWire.AtCommit.class)
    void asksForAnotherTryWhereTheConnectionIsLostAtTheCommit(CountingWire.AtCommit when) {
        String reference = UUID.randomUUID().toString();
        String session = CLINIC.post(SESSION.formatted(reference)).path("id");
        CountingWire.loseAtCommit(when);

        Response answer =
                json(changing(CLINIC.request()), SESSION.formatted(reference)).put("/sessions/{id}", session);

        answer.then().statusCode(503).contentType("application/problem+json").header("Retry-After", "2");
        boolean stored = when == CountingWire.AtCommit.BEFORE_THE_CLIENT_KNOWS;
        json(changing(CLINIC.request()), SESSION.formatted(reference))
                .put("/sessions/{id}", session)
                .then()
                .statusCode(stored ? 412 : 200)
                .header("ETag", "\"2\"");
        assertThat(Database.count("session_version where session_id = '%s'".formatted(session)))
                .isEqualTo(2);
    }

    private static RequestSpecification changing(RequestSpecification request) {
        return request.header("If-Match", "\"1\"").header("Reason", "because");
    }

    private static RequestSpecification json(RequestSpecification request, String body) {
        return request.contentType("application/json").body(body);
    }
}
