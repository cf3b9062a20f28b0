package io.dripline.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dripline.access.Caller;
import io.dripline.access.TokenForge;
import io.dripline.contracts.incidence.Unit;
import io.dripline.fuzz.FuzzService;
import io.dripline.fuzz.KeptTokens;
import io.dripline.fuzz.Operation;
import io.dripline.fuzz.Outcome;
import io.dripline.fuzz.Planted;
import io.dripline.fuzz.ReadDescription;
import io.dripline.fuzz.ShortRun;
import io.dripline.fuzz.SurveyService;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Requests made from the description, valid to hostile: no 5xx, no other clinic's alert, nothing that is not described. */
@QuarkusTest
@TestProfile(FuzzTest.OwnServers.class)
class FuzzTest {

    /** What officers are made to decide here would be in the way of other tests. */
    public static final class OwnServers implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Servers.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    private final String clinic = "fuzz-" + UUID.randomUUID();

    @TestHTTPResource
    URI service;

    @ConfigProperty(name = "dripline.test.private-key")
    String key;

    @ConfigProperty(name = "quarkus.oidc.auth-server-url")
    String issuer;

    @Test
    void answersWhateverComes() throws IOException {
        PublishShares.inOneTransaction(Shares.share(1, 1, Shares.cell(Unit.FIRST_COURSE, "2026-W40", clinic), 140, 60));
        await().atMost(Duration.ofSeconds(20)).until(this::hasAlert);
        TokenForge forge = new TokenForge(key, Tokens.KEY_ID, issuer);
        KeptTokens tokens = new KeptTokens((Caller caller) -> forge.of(caller, clinic), Duration.ofMinutes(5));
        List<Operation> doors = ReadDescription.of(Path.of("../../docs/openapi/reporting.yaml"));
        Planted planted = new SurveyService(service, doors, tokens).at(clinic);

        Outcome outcome = ShortRun.of(new FuzzService("reporting", service, doors, planted, tokens));

        assertThat(outcome.findings()).isEmpty();
        assertThat(outcome.successes())
                .containsKeys(
                        "GET /api/alerts/{id}",
                        "GET /api/incidence",
                        "PUT /api/baselines/{id}/null",
                        "GET /api/stream");
    }

    private boolean hasAlert() {
        return given().auth()
                        .oauth2(Tokens.officer())
                        .get("/api/alerts")
                        .path("find { it.monitor == '%s' }?.id".formatted("table9-cns@" + clinic))
                != null;
    }
}
