package io.dripline.reporting.dashboard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.reporting.Servers;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the operator's page says to set where a proxy ends TLS. */
@QuarkusTest
@TestProfile(SecureCookiesTest.BehindAProxy.class)
class SecureCookiesTest {

    public static final class BehindAProxy implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.oidc.authentication.cookie-force-secure", "true");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Servers.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    @Test
    void everyCookieIsSentBackByTlsAlone() {
        List<String> cookies = given().redirects()
                .follow(false)
                .get("/")
                .then()
                .statusCode(302)
                .extract()
                .headers()
                .getValues("Set-Cookie");

        assertThat(cookies)
                .isNotEmpty()
                .allSatisfy(
                        cookie -> assertThat(cookie.toLowerCase(Locale.ROOT)).contains("; secure", "; httponly"));
    }
}
