package io.dripline.reporting.dashboard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dripline.reporting.Servers;
import io.dripline.reporting.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What browsers are told, and what they must not be made to do by another's page. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class PageSafetyTest {

    private static final String STEP = "/api/alerts/00000000-0000-0000-0000-000000000000/acknowledgement";

    /** In the checkout; tests run in the module's directory. */
    private static final Path REALM = Path.of("../../deploy/local/realm/dripline-realm.json");

    @TestHTTPResource
    URI service;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/overview", "/api/alerts", "/dripline.js", "/q/health", "/nowhere"})
    void everyAnswerSaysWhatABrowserMayDo(String path) {
        Response answer = given().auth().oauth2(Tokens.officer()).get(path);

        answer.then()
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("Content-Security-Policy", not(containsString("unsafe")))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("X-Frame-Options", equalTo("DENY"))
                .header("Referrer-Policy", equalTo("no-referrer"))
                .header("Permissions-Policy", containsString("camera=()"));
        assertThat(answer.header("Server")).isNull();
        assertThat(answer.header("X-Powered-By")).isNull();
        assertThat(answer.header("Strict-Transport-Security")).as("without TLS").isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/overview",
                "/overview/systems.svg",
                "/measures/CNS",
                "/measures/ANY/studies.svg",
                "/alerts",
                "/reviews",
                "/audit",
                "/api/alerts",
                "/api/incidence",
                "/api/nowhere"
            })
    void figuresStayInNoCache(String path) {
        given().auth().oauth2(Tokens.officer()).get(path).then().header("Cache-Control", equalTo("no-store"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/overview",
                "/measures/CNS",
                "/measures/CNS/live",
                "/alerts",
                "/alerts/live",
                "/clinics",
                "/clinics/live",
                "/baselines",
                "/baselines/table9-cns",
                "/monitors",
                "/monitors/live",
                "/monitors/new",
                "/monitors/suggestions",
                "/monitors/table9-cns",
                "/what-if?affected=8&exposed=50&p0=0.08",
                "/reviews",
                "/reviews/rulings",
                "/reviews/f943d7c3add7ff32dd86a03a068baa26f359a6bb57a3d36bcbcdfabcf933f58c",
                "/audit",
                "/glossary"
            })
    void pagesHaveNothingInlineThatThePolicyWouldStop(String path) {
        String page = given().auth().oauth2(Tokens.officer()).get(path).asString();

        assertThat(page)
                .doesNotContainPattern("(?i)<script(?![^>]* src=)")
                .doesNotContainPattern("(?i)<style")
                .doesNotContainPattern("(?i) style=")
                .doesNotContainPattern("(?i) on[a-z]+=")
                .doesNotContainPattern("(?i) hx-on")
                .doesNotContainPattern("(?i)(src|href)=[\"'](https?:)?//");
    }

    /** The cookie is none that signs anybody in: what is let through is refused by who is missing. */
    @ParameterizedTest
    @CsvSource({
        "same-origin, own, 401",
        "none, own, 401",
        "same-origin, https://behind-a-proxy.test, 401",
        "same-origin, , 401",
        ", own, 401",
        "cross-site, own, 403",
        "same-site, own, 403",
        "cross-site, https://evil.test, 403",
        ", https://evil.test, 403",
        ", 'null', 403",
        ", , 403"
    })
    void aChangeByCookieComesFromOurOwnPagesAlone(@Nullable String site, @Nullable String origin, int status) {
        RequestSpecification request = given().cookie("q_session", "forged")
                .contentType("application/json")
                .header("If-Match", "\"1\"");
        if (site != null) {
            request.header("Sec-Fetch-Site", site);
        }
        if (origin != null) {
            request.header("Origin", origin.equals("own") ? "http://" + service.getAuthority() : origin);
        }

        request.body("{}").post(STEP).then().statusCode(status).contentType(containsString("application/problem+json"));
    }

    @Test
    void aBearerTokenNeedsNoOrigin() {
        given().auth()
                .oauth2(Tokens.officer())
                .cookie("any", "cookie")
                .header("Origin", "https://elsewhere.test")
                .contentType("application/json")
                .header("If-Match", "\"1\"")
                .body("{}")
                .post(STEP)
                .then()
                .statusCode(404);
    }

    @Test
    void theSignInsCookieIsHiddenFromScriptsAndFromOtherSites() {
        Response answer = given().redirects().follow(false).get("/");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().getValues("Set-Cookie"))
                .isNotEmpty()
                .allSatisfy(
                        cookie -> assertThat(cookie.toLowerCase(Locale.ROOT)).contains("; httponly", "; samesite=lax"));
    }

    /** The cookie lives as long as the realm's session, which a page that is open keeps up by asking for what changed. */
    @Test
    void aSessionEndsHalfAnHourAfterTheLastPageWasClosedAndAfterADayOfWork() throws IOException {
        JsonNode realm = new ObjectMapper().readTree(REALM.toFile());

        assertThat(realm.path("ssoSessionIdleTimeout").asInt()).isBetween(1, 1800);
        assertThat(realm.path("ssoSessionMaxLifespan").asInt()).isBetween(1, 36_000);
        assertThat(realm.path("accessTokenLifespan").asInt())
                .as("shorter, so that a page renews it")
                .isBetween(1, 900);
        assertThat(realm.path("rememberMe").asBoolean(true)).isFalse();
    }

    @Test
    void aPasswordIsLongAndGuessingIsSlowed() throws IOException {
        JsonNode realm = new ObjectMapper().readTree(REALM.toFile());

        assertThat(realm.path("passwordPolicy").asText()).contains("length(12)");
        assertThat(realm.path("bruteForceProtected").asBoolean()).isTrue();
    }
}
