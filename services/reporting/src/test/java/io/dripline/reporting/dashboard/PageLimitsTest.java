package io.dripline.reporting.dashboard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.dripline.reporting.Servers;
import io.dripline.reporting.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** False tokens from an address keep nobody there from the page. */
@QuarkusTest
@TestProfile(PageLimitsTest.Narrow.class)
class PageLimitsTest {

    /** Three at once and one a second. */
    public static final class Narrow implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("dripline.limits.failures-per-second", "1", "dripline.limits.failures-at-once", "3");
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
    void whoSignsInIsSentToSignInAndHealthIsTold() {
        List<Integer> tries =
                IntStream.range(0, 6).mapToObj(i -> tryWithAFalseToken()).toList();

        assertThat(tries).startsWith(401).endsWith(429);
        given().redirects()
                .follow(false)
                .get("/")
                .then()
                .statusCode(302)
                .header("Location", containsString("/auth?response_type=code"));
        given().get("/q/health/live").then().statusCode(200);
        given().auth().oauth2(Tokens.officer()).get("/api/alerts").then().statusCode(200);
        assertThat(tryWithAFalseToken()).isEqualTo(429);
    }

    private static int tryWithAFalseToken() {
        return given().auth().oauth2("not.a.token").get("/api/alerts").statusCode();
    }
}
