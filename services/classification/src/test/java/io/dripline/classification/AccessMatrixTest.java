package io.dripline.classification;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.access.AccessTable;
import io.dripline.access.Caller;
import io.dripline.access.DeclaredDoors;
import io.dripline.access.Door;
import io.dripline.access.TokenForge;
import io.dripline.access.WalkDoors;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Every door by every caller, as docs/access.csv says. */
@QuarkusTest
@TestSurroundings
class AccessMatrixTest {

    private static final List<Door> DOORS = AccessTable.of("classification");
    private static final Map<String, String> NEVER_REPORTED = Map.of("/reviews/{id}", "/reviews/" + "0".repeat(64));

    @TestHTTPResource
    URI service;

    @Inject
    Router router;

    @ConfigProperty(name = "smallrye.jwt.sign.key")
    String key;

    @Test
    void isTheTables() {
        TokenForge forge = new TokenForge(key, null, TestIssuer.NAME);

        assertThat(new WalkDoors(service, forge::of, "access-north", NEVER_REPORTED, Map.of()).disagreements(DOORS))
                .isEmpty();
    }

    /** Which asks for counts on behalf of everybody: it has no column, and is a visitor but for one door. */
    @Test
    void theServiceAccountReadsCountsAndNothingElse() {
        TokenForge forge = new TokenForge(key, null, TestIssuer.NAME);
        WalkDoors walk = new WalkDoors(
                service,
                (caller, clinic) ->
                        caller == Caller.VISITOR ? TestIssuer.tokenOf("counts-reader") : forge.of(caller, clinic),
                "access-north",
                NEVER_REPORTED,
                Map.of());

        assertThat(walk.disagreements(DOORS)).containsExactly("GET /counts as visitor: expected 403, found 200");
    }

    @Test
    void whatTheRouterServesHasARow() {
        assertThat(DeclaredDoors.routed(router)).isNotEmpty();
        assertThat(DeclaredDoors.withoutRow(router, DOORS)).isEmpty();
    }
}
