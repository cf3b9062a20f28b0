package io.dripline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.access.AccessTable;
import io.dripline.access.Caller;
import io.dripline.access.DeclaredDoors;
import io.dripline.access.Door;
import io.dripline.access.TokenForge;
import io.dripline.access.WalkDoors;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every door by every caller, as docs/access.csv says. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class AccessMatrixTest {

    private static final String CLINIC = "access-north";
    private static final String REPORT = """
        {"reference": "%s", "patient": "P-1", "startedAt": "2026-11-16T09:00:00+11:00", "route": "ORAL",
         "ascertainment": "CHECKLIST"}\
        """;
    private static final List<Door> DOORS = AccessTable.of("intake");

    @TestHTTPResource
    URI service;

    @Inject
    Router router;

    private WalkDoors walk;

    private String session;

    @BeforeEach
    void aSessionOfTheClinic() {
        session = new Clinic(CLINIC).post(REPORT.formatted(UUID.randomUUID())).path("id");
        walk = walkWith(forge()::of);
    }

    private static TokenForge forge() {
        return new TokenForge(System.getProperty(Tokens.KEY), null, Tokens.ISSUER);
    }

    private WalkDoors walkWith(BiFunction<Caller, String, String> tokens) {
        return new WalkDoors(
                service,
                tokens,
                CLINIC,
                ids(session),
                Map.of(
                        "PUT /sessions/{id}",
                        REPORT.formatted("another"),
                        "POST /sessions/{id}/adverse-events",
                        "{\"verbatim\": \"dizzy\"}"));
    }

    @Test
    void isTheTables() {
        assertThat(walk.disagreements(DOORS)).isEmpty();
    }

    /** It has no column: here it is a visitor. */
    @Test
    void theServiceAccountOfReportingIsLetInNowhere() {
        BiFunction<Caller, String, String> tokens = (caller, clinic) ->
                caller == Caller.VISITOR ? Tokens.person("counts-reader", "reporting") : forge().of(caller, clinic);

        assertThat(walkWith(tokens).disagreements(DOORS)).isEmpty();
    }

    @Test
    void anotherClinicsSessionIsExactlyLikeNone() {
        assertThat(walk.tellsApart(DOORS, ids("01900000-0000-7000-8000-000000000000")))
                .isEmpty();
    }

    @Test
    void whatTheRouterServesHasARow() {
        assertThat(DeclaredDoors.routed(router)).isNotEmpty();
        assertThat(DeclaredDoors.withoutRow(router, DOORS)).isEmpty();
    }

    private static Map<String, String> ids(String session) {
        return Map.of("/sessions/{id}", "/sessions/" + session, "/tallies/{date}", "/tallies/2026-11-20");
    }
}
