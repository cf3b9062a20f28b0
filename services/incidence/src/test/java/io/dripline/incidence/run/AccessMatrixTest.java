package io.dripline.incidence.run;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dripline.access.AccessTable;
import io.dripline.access.DeclaredDoors;
import io.dripline.access.Door;
import io.dripline.access.WalkDoors;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Health, metrics and a description, for whoever reaches the port; nothing else. */
@QuarkusTest
@WithTestResource(BrokerForService.class)
class AccessMatrixTest {

    private static final List<Door> DOORS = AccessTable.of("incidence");

    @TestHTTPResource
    URI service;

    @Inject
    Router router;

    @BeforeEach
    void ready() {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> given().get("/q/health").then().statusCode(200));
    }

    /** It asks nobody who they are, so that any token is as good as none. */
    @Test
    void isTheTables() {
        assertThat(new WalkDoors(service, (caller, clinic) -> "of-" + caller, "access-north", Map.of(), Map.of())
                        .disagreements(DOORS))
                .isEmpty();
    }

    @Test
    void hasNoOtherDoor() {
        assertThat(DeclaredDoors.annotated("io.dripline.incidence")).isEmpty();
        assertThat(DeclaredDoors.routed(router)).isNotEmpty();
        assertThat(DeclaredDoors.withoutRow(router, DOORS)).isEmpty();
    }
}
