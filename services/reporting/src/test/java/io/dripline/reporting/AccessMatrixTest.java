package io.dripline.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dripline.access.AccessTable;
import io.dripline.access.Caller;
import io.dripline.access.DeclaredDoors;
import io.dripline.access.Door;
import io.dripline.access.TokenForge;
import io.dripline.access.WalkDoors;
import io.dripline.contracts.incidence.Unit;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Every door and page by every caller, as docs/access.csv says. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class AccessMatrixTest {

    private static final List<Door> DOORS = AccessTable.of("reporting");

    private final String clinic = "access-" + UUID.randomUUID();

    @TestHTTPResource
    URI service;

    @Inject
    Router router;

    @ConfigProperty(name = "dripline.test.private-key")
    String key;

    @ConfigProperty(name = "quarkus.oidc.auth-server-url")
    String issuer;

    @Test
    void isTheTablesAndAnotherClinicsAlertIsExactlyLikeNone() {
        PublishShares.inOneTransaction(Shares.share(1, 1, Shares.cell(Unit.FIRST_COURSE, "2026-W40", clinic), 140, 60));
        String monitor = "table9-cns@" + clinic;
        await().atMost(Duration.ofSeconds(20)).until(() -> alertOf(monitor) != null);
        TokenForge forge = new TokenForge(key, Tokens.KEY_ID, issuer);
        Map<String, String> ids = ids(alertOf(monitor), monitor);
        WalkDoors walk = new WalkDoors(service, forge::of, clinic, ids, Map.of());

        assertThat(walk.disagreements(DOORS)).isEmpty();
        assertThat(new WalkDoors(
                                service,
                                (caller, of) -> caller == Caller.VISITOR
                                        ? Tokens.sign(Map.of("preferred_username", "reporting"), "counts-reader")
                                        : forge.of(caller, of),
                                clinic,
                                ids,
                                Map.of())
                        .disagreements(DOORS))
                .as("the service account, which has no column: here it is a visitor")
                .isEmpty();
        // As long as the clinic's, because answers that repeat what was asked for are as long as that.
        String nobodys = "table9-cns@access-" + UUID.randomUUID();
        assertThat(walk.tellsApart(DOORS, ids(UUID.randomUUID().toString(), nobodys)))
                .isEmpty();
    }

    @Test
    void whatTheRouterServesHasARow() {
        assertThat(DeclaredDoors.routed(router)).isNotEmpty();
        assertThat(DeclaredDoors.withoutRow(router, DOORS)).isEmpty();
    }

    private static String alertOf(String monitor) {
        return given().auth()
                .oauth2(Tokens.officer())
                .get("/api/alerts")
                .path("find { it.monitor == '%s' }?.id".formatted(monitor));
    }

    private static Map<String, String> ids(String alert, String monitor) {
        return Map.ofEntries(
                Map.entry("/measures/{measure}", "/measures/CNS"),
                Map.entry("/measures/{measure}/{file}", "/measures/CNS/weekly.csv"),
                Map.entry("/reviews/{id}", "/reviews/" + "0".repeat(64)),
                Map.entry("/alerts/{id}", "/alerts/" + alert),
                Map.entry("/alerts/{id}/{step}", "/alerts/" + alert + "/closure"),
                Map.entry("/baselines/{id}", "/baselines/no-such-baseline"),
                Map.entry("/monitors/{id}", "/monitors/" + monitor),
                Map.entry("/api/alerts/{id}", "/api/alerts/" + alert),
                Map.entry("/api/monitors/{id}", "/api/monitors/" + monitor),
                Map.entry("/api/baselines/{id}", "/api/baselines/no-such-baseline"),
                Map.entry("/api/notifications/{id}", "/api/notifications/" + UUID.randomUUID()));
    }
}
