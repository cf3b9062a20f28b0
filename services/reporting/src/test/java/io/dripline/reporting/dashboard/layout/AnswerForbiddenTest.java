package io.dripline.reporting.dashboard.layout;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.reporting.Servers;
import io.dripline.reporting.Tokens;
import io.dripline.reporting.dashboard.ReadPage;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.hamcrest.Matchers;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody who follows an address that is for others. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class AnswerForbiddenTest {

    @ParameterizedTest
    @ValueSource(strings = {"/alerts", "/reviews", "/audit", "/monitors/new"})
    void aPersonGetsWords(String path) {
        Document page = ReadPage.read(path, Tokens.clinic("clinic-north"), 403);

        assertThat(page.select("h1").text()).isEqualTo("Forbidden");
        assertThat(page.select("[role=alert]").text()).startsWith("You are signed in, and this page is for people");
        assertThat(page.select("main a").attr("href")).isEqualTo("/");
    }

    @Test
    void anOfficerWhoComesToAClinicsPageToo() {
        assertThat(ReadPage.read("/clinic/sessions/new", Tokens.officer(), 403)
                        .select("[role=alert]")
                        .text())
                .startsWith("You are signed in");
    }

    /** A page's script takes any page that it gets for the one that it asked for. */
    @ParameterizedTest
    @CsvSource({"*/*,", "text/html, JavaScript"})
    void aProgramAndAScriptGetAProblemDocument(String accepted, @Nullable String by) {
        given().auth()
                .oauth2(Tokens.clinic("clinic-north"))
                .accept(accepted)
                .headers(by == null ? Map.of() : Map.of("X-Requested-With", by))
                .get("/alerts")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("title", Matchers.equalTo("Forbidden"))
                .body("instance", Matchers.equalTo("/alerts"));
    }
}
