package io.dripline.reporting;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** An instance that judges nothing, beside another one that does. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@TestProfile(StandbyTest.OnlyAnswers.class)
class StandbyTest {

    /** Another instance applies and judges. */
    public static final class OnlyAnswers implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("dripline.incidence.enabled", "false");
        }
    }

    @TestHTTPResource("/api/stream")
    URI stream;

    @Inject
    Jdbi jdbi;

    @Test
    void tellsItsSubscribersWhatAnotherInstanceJudged() throws Exception {
        try (Subscription officer = new Subscription(stream, Tokens.officer(), null)) {
            officer.awaitLastId();

            jdbi.useTransaction(StandbyTest::anotherInstanceCountsAndJudges);

            officer.awaitLine("\"measure\":\"ANY\"", "\"key\":\"elsewhere\"", "\"exposed\":9,\"affected\":2");
            officer.awaitLine("\"measure\":\"ANY\"", "\"key\":null", "\"exposed\":9,\"affected\":2");
        }
        given().get("/q/health/ready").then().statusCode(200).body(containsString("standing by"));
    }

    /** As the tables of the contract between instances say it. */
    private static void anotherInstanceCountsAndJudges(Handle handle) {
        handle.execute("insert into clinic (name, ordinal) values ('elsewhere', 1)");
        handle.execute("""
                with r as (insert into rollup (generation, unit, week, clinic, route, exposed, awaiting, replaced)
                           values (1, 'SESSION', '2026-W40', 'elsewhere', 'ORAL', 9, 0, 0) returning id)
                insert into rollup_measure (rollup_id, measure, affected, settled) select id, 'ANY', 2, 2 from r
                """);
        handle.execute("notify monitors_judged, 'elsewhere'");
    }
}
