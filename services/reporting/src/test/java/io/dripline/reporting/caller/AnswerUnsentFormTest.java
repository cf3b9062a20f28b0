package io.dripline.reporting.caller;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.dripline.reporting.Servers;
import io.dripline.reporting.dashboard.ReadPage;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A form whose sender's session has ended. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class AnswerUnsentFormTest {

    private static final String FILE = "/clinic/sessions/upload";
    private static final String STEP = "/alerts/00000000-0000-0000-0000-000000000000/assessment";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            http://127.0.0.1:8080/alerts/1         | /alerts/1
            http://127.0.0.1:8080/alerts/1?done=a  | /alerts/1?done=a
            http://127.0.0.1:8080//evil.test/x     | /
            javascript:alert(1)                    | /
            no address                             | /
                                                   | /
            """)
    void saysThatNothingWasSentAndLeadsBackToThePageOfTheForm(@Nullable String referer, String back) {
        RequestSpecification request = given();
        if (referer != null) {
            request.header("Referer", referer);
        }

        Response answer = request.cookie("q_session", "of a session that is over")
                .header("Sec-Fetch-Site", "same-origin")
                .contentType("application/x-www-form-urlencoded")
                .formParam("version", "1")
                .formParam("reason", "typed for a long time")
                .redirects()
                .follow(false)
                .post(STEP);

        answer.then().statusCode(401).contentType(containsString("text/html"));
        Document page = ReadPage.parse(answer.asString());
        ReadPage.assertThatItIsForAll(page);
        assertThat(page.select("[role=alert]").text()).startsWith("Nothing was sent and nothing has changed.");
        assertThat(page.select("a.button").attr("href")).isEqualTo(back);
        assertThat(answer.headers().getValues("Set-Cookie"))
                .as("no way to the sign-in is begun that nobody goes")
                .noneMatch(cookie -> cookie.startsWith("q_auth"));
    }

    @Test
    void aFileIsAFormToo() {
        given().header("Sec-Fetch-Site", "same-origin")
                .header("Referer", "http://127.0.0.1:8080" + FILE)
                .multiPart("file", "sessions.csv", "reference,patient\n".getBytes(UTF_8), "text/csv")
                .redirects()
                .follow(false)
                .post(FILE)
                .then()
                .statusCode(401)
                .contentType(containsString("text/html"))
                .body(containsString("href=\"%s\"".formatted(FILE)));
    }

    /** Nobody reads a page there. */
    @Test
    void aProgramWithAFalseTokenGetsAProblemDocument() {
        given().auth()
                .oauth2("false")
                .contentType("application/x-www-form-urlencoded")
                .formParam("version", "1")
                .post(STEP)
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }
}
