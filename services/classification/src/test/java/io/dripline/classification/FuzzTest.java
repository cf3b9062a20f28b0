package io.dripline.classification;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.access.Caller;
import io.dripline.access.TokenForge;
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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Requests made from the description, valid to hostile: no 5xx, nothing that is not described. */
@QuarkusTest
@TestProfile(FuzzTest.OwnServers.class)
class FuzzTest {

    /** What officers are made to decide here would be in the way of other tests. */
    public static final class OwnServers implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(
                    new TestResourceEntry(RealPostgres.class),
                    new TestResourceEntry(RealBroker.class),
                    new TestResourceEntry(TestIssuer.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    private static final String CLINIC = "fuzz-north";

    @TestHTTPResource
    URI service;

    @ConfigProperty(name = "smallrye.jwt.sign.key")
    String key;

    @Test
    void answersWhateverComes() throws IOException {
        TokenForge forge = new TokenForge(key, null, TestIssuer.NAME);
        KeptTokens tokens = new KeptTokens((Caller caller) -> forge.of(caller, CLINIC), Duration.ofMinutes(5));
        List<Operation> doors = ReadDescription.of(Path.of("../../docs/openapi/classification.yaml"));
        Planted planted = new SurveyService(service, doors, tokens).at(CLINIC);

        Outcome outcome = ShortRun.of(new FuzzService("classification", service, doors, planted, tokens));

        assertThat(outcome.findings()).isEmpty();
        assertThat(outcome.successes())
                .containsKeys("POST /codings", "GET /counts", "POST /rulings/import", "GET /cases");
    }
}
