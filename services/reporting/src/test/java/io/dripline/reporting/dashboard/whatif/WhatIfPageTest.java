package io.dripline.reporting.dashboard.whatif;

import static io.restassured.RestAssured.given;
import static io.restassured.path.json.config.JsonPathConfig.jsonPathConfig;
import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.reporting.Servers;
import io.dripline.reporting.Tokens;
import io.dripline.reporting.dashboard.ReadPage;
import io.dripline.reporting.dashboard.layout.Figures;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The calculator says what the API answers, in words. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class WhatIfPageTest {

    @Test
    void asksBeforeItAnswers() {
        Document page = ReadPage.officers("/what-if");

        assertThat(page.select("nav[aria-label=Pages] [aria-current=page]").text())
                .isEqualTo("What if");
        assertThat(page.select("form input").eachAttr("name")).containsExactly("affected", "exposed", "p0", "alpha");
        assertThat(page.select("#answer, [role=alert]")).isEmpty();
        assertThat(page.select(".note").text())
                .contains("A monitor's threshold follows from alpha times its share", "its prior differs too");
    }

    @ParameterizedTest
    @CsvSource({"8, 50, 0.08, 0.05", "0, 50, 0.08, 0.05", "20, 50, 0.08, 0.05", "3, 40, 0.25, 0.005"})
    void saysWhatTheApiAnswers(long affected, long exposed, double p0, double alpha) {
        String query = "?affected=%d&exposed=%d&p0=%s&alpha=%s".formatted(affected, exposed, p0, alpha);
        JsonPath evidence = given().auth()
                .oauth2(Tokens.auditor())
                .urlEncodingEnabled(false)
                .get("/api/evidence" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath(jsonPathConfig().numberReturnType(NumberReturnType.DOUBLE));

        Document page = ReadPage.read("/what-if" + query, Tokens.auditor(), 200);

        String answer = ReadPage.words(page.getElementById("answer").parent());
        List<Double> interval = evidence.getList("clopperPearson", Double.class);
        boolean alerts = evidence.getDouble("lnE") >= Math.log(evidence.getDouble("threshold"));
        assertThat(answer)
                .contains(alerts ? "▲ This would alert: " : "○ This would not alert: ")
                .contains("(%d of %d)".formatted(affected, exposed))
                .contains(
                        "%s to %s".formatted(Figures.percent(interval.getFirst()), Figures.percent(interval.getLast())))
                .contains("E = %s (ln E = %.2f); an alert needs %s"
                        .formatted(
                                Figures.eValue(evidence.getDouble("lnE")),
                                evidence.getDouble("lnE"),
                                Figures.eValue(Math.log(evidence.getDouble("threshold")))));
        assertThat(page.select("svg line.figure")).as("the null").hasSize(1);
        if (alerts) {
            assertThat(page.select("#until")).isEmpty();
        } else {
            long smallest = (long) evidence.getDouble("smallestAffectedToAlert");
            assertThat(page.getElementById("until").parent().select("li").eachText())
                    .contains("%d more affected among the same exposed would alert: %d of %d."
                            .formatted(smallest - affected, smallest, exposed))
                    .hasSize(3);
        }
        assertThat(page.select("#p0").val()).isEqualTo(String.valueOf(p0));
    }

    @Test
    void whatItSaysWouldAlertDoes() {
        Document page = ReadPage.officers("/what-if?affected=8&exposed=50&p0=0.08");

        String sentence =
                page.getElementById("until").parent().select("li").get(1).text();
        assertThat(sentence).endsWith(" further exposures, all of them affected, would alert.");
        int further = Integer.parseInt(sentence.substring(0, sentence.indexOf(' ')));

        assertThat(verdict(8 + further, 50 + further)).startsWith("▲ This would alert");
        assertThat(verdict(8 + further - 1, 50 + further - 1)).startsWith("○ This would not alert");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            9   | 8   | 0.08 | 0.05 | 422 | affected | expected 0 to exposed, found 9 of 8
            0   | 0   | 0.08 | 0.05 | 422 | exposed  | expected 1 to 1000000000, found 0
            -1  | 8   | 0.08 | 0.05 | 422 | affected | expected 0 to 1000000000, found -1
            two | 8   | 0.08 | 0.05 | 400 | affected | expected a whole number, found two
            2.5 | 8   | 0.08 | 0.05 | 400 | affected | expected a whole number, found 2.5
            2   | 9999999999 | 0.08 | 0.05 | 422 | exposed | expected 1 to 1000000000, found 9999999999
            2   | 8   | 0    | 0.05 | 422 | p0       | expected a number inside (0, 1), 1e-300 or more, found 0
            2   | 8   | 1    | 0.05 | 422 | p0       | expected a number inside (0, 1), 1e-300 or more, found 1
            2   | 8   | NaN  | 0.05 | 422 | p0       | expected a number inside (0, 1), 1e-300 or more, found NaN
            2   | 8   | 8%25 | 0.05 | 400 | p0       | expected a number, found 8%
            2   | 8   | ''   | 0.05 | 422 | p0       | missing
            2   | 8   | 0.08 | 2    | 422 | alpha    | expected a number inside (0, 1), 1e-300 or more, found 2
            """)
    void whatCannotBeIsNamedInPlaceAndWhatWasTypedIsKept(
            String affected, String exposed, String p0, String alpha, int status, String field, String message) {
        Document page = ReadPage.read(
                "/what-if?affected=%s&exposed=%s&p0=%s&alpha=%s".formatted(affected, exposed, p0, alpha),
                Tokens.officer(),
                status);

        assertThat(page.select("[role=alert]").text()).contains("cannot be computed as it was asked for");
        Element wrong = page.getElementById(field);
        assertThat(wrong.attr("aria-invalid")).isEqualTo("true");
        assertThat(page.getElementById(wrong.attr("aria-describedby")).text()).isEqualTo(message);
        assertThat(page.select("form input").eachAttr("value"))
                .containsExactly(affected, exposed, p0.replace("%25", "%"), alpha);
        assertThat(page.select("#answer")).isEmpty();
    }

    @Test
    void aNullNearCertaintyIsNotWrittenAsIt() {
        assertThat(ReadPage.officers("/what-if?affected=50&exposed=50&p0=0.9996")
                        .select(".verdict")
                        .text())
                .endsWith("more than 99.96 %.");
    }

    @Test
    void theLargestNumbersAreAnsweredToo() {
        assertThat(ReadPage.officers("/what-if?affected=0&exposed=1000000000&p0=1e-300&alpha=1e-300")
                        .select(".verdict")
                        .text())
                .startsWith("○ This would not alert");
    }

    @Test
    void aParameterThatThereIsNotIsNamed() {
        assertThat(ReadPage.read("/what-if?affected=1&exposed=2&p0=0.1&horizon=7", Tokens.officer(), 400)
                        .select("[role=alert] li")
                        .text())
                .startsWith("horizon: unknown parameter; expected one of affected, alpha, exposed, p0");
    }

    @Test
    void wordsOfAnAddressAreNoScript() {
        String page = given().auth()
                .oauth2(Tokens.officer())
                .queryParam("p0", "\"><script>alert(1)</script>")
                .get("/what-if")
                .asString();

        assertThat(page).doesNotContain("<script>alert").contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    private static String verdict(long affected, long exposed) {
        return ReadPage.officers("/what-if?affected=%d&exposed=%d&p0=0.08".formatted(affected, exposed))
                .select(".verdict")
                .text();
    }
}
