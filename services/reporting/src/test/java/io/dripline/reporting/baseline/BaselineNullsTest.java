package io.dripline.reporting.baseline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.dripline.reporting.Operator;
import io.dripline.reporting.Servers;
import io.dripline.reporting.Tokens;
import io.dripline.reporting.caller.ProblemExample;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Officers give figures nulls. Each test has a figure of its own, for what is given stays. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class BaselineNullsTest {

    @Inject
    Jdbi jdbi;

    @Test
    void aFigureInWordsGetsANullWithWhoWhenAndWhy() {
        Instant before = Instant.now();

        Response given =
                give("text-less-common-hypertension", "ada", null, "{\"p0\": 0.02, \"reason\": \"Our registry.\"}");

        assertThat(given.statusCode()).isEqualTo(200);
        assertThat(given.header("ETag")).isEqualTo("\"1\"");
        JsonPath listed = figure("text-less-common-hypertension");
        assertThat(listed.getDouble("p0")).isEqualTo(0.02);
        assertThat(listed.getString("standing")).as("stays as printed").isEqualTo("NO_NUMBER");
        assertThat(listed.getList("nulls")).hasSize(1);
        assertThat(listed.getString("nulls[0].by")).isEqualTo("ada");
        assertThat(listed.getString("nulls[0].reason")).isEqualTo("Our registry.");
        assertThat(Instant.parse(listed.getString("nulls[0].at"))).isBetween(before.minusMillis(1), Instant.now());
    }

    @Test
    void aNullThatIsReplacedStays() {
        JsonPath printed = figure("table9-gi");
        assertThat(printed.getDouble("p0")).isEqualTo(0.07);
        give("text-psychotomimetic", "ada", null, "{\"p0\": 0.12, \"reason\": \"Lenient.\"}");

        give("text-psychotomimetic", "bo", "\"1\"", "{\"p0\": 0.09, \"reason\": \"Stricter.\"}");

        JsonPath listed = figure("text-psychotomimetic");
        assertThat(listed.getDouble("p0")).isEqualTo(0.09);
        assertThat(listed.getList("nulls.revision")).containsExactly(2, 1, 0);
        assertThat(listed.getList("nulls.p0", Double.class)).containsExactly(0.09, 0.12, 0.1);
        assertThat(listed.getList("nulls.by")).containsExactly("bo", "ada", null);
        assertThat(listed.getString("nulls[2].basis")).isEqualTo("The printed upper end.");
        assertThat(listed.getDouble("high")).as("stays as printed").isEqualTo(0.1);
    }

    @Test
    void anOfficerStatesHowTheEventsBehindItWereCounted() {
        String id = "table8-gupta-any-25mg";
        assertThat(figure(id).getString("window")).isEqualTo("infusion");
        assertThat((Object) figure(id).get("ascertainment")).isNull();

        give(id, "ada", null, """
                {"p0": 0.2, "ascertainment": "CHECKLIST", "window": "course", "reason": "The full paper, methods."}""");

        JsonPath listed = figure(id);
        assertThat(listed.getString("window")).as("stays as printed").isEqualTo("infusion");
        assertThat((Object) listed.get("ascertainment")).as("stays as printed").isNull();
        assertThat(listed.getString("nulls[0].ascertainment")).isEqualTo("CHECKLIST");
        assertThat(listed.getString("nulls[0].window")).isEqualTo("course");
        assertThat(listed.getMap("nulls[0].overrides"))
                .as("what the source states otherwise, and no more")
                .containsEntry("window", "infusion")
                .containsEntry("ascertainment", null);
        assertThat(listed.getString("nulls[0].reason")).isEqualTo("The full paper, methods.");
        given().auth()
                .oauth2(Tokens.clinic("north"))
                .get("/api/baselines")
                .then()
                .body("find { it.id == '%s' }.nulls[0].overrides.window".formatted(id), equalTo("infusion"))
                .body("find { it.id == '%s' }.nulls[0].reason".formatted(id), nullValue());
    }

    @Test
    void whatTheSourceStatesTooIsNoOverride() {
        give("table8-gupta-hallucinations-50mg", "ada", null, """
                {"p0": 0.2, "window": "infusion", "reason": "As printed."}""");

        JsonPath listed = figure("table8-gupta-hallucinations-50mg");
        assertThat(listed.getString("nulls[0].window")).isEqualTo("infusion");
        assertThat((Object) listed.get("nulls[0].ascertainment")).isNull();
        assertThat(listed.getMap("nulls[0].overrides").values()).containsOnlyNulls();
    }

    @Test
    void theSameNumberWithAnotherStatementIsAnotherNull() {
        String id = "text-any-higher-dose";
        give(id, "ada", null, "{\"p0\": 0.2, \"reason\": \"Why.\"}");

        give(id, "ada", null, "{\"p0\": 0.2, \"ascertainment\": \"SPONTANEOUS\", \"reason\": \"Why.\"}");

        assertThat(figure(id).getList("nulls.ascertainment")).containsExactly("SPONTANEOUS", null);
    }

    @Test
    void saysWhereEachNullComesFrom() {
        assertThat(figure("table9-cns").getString("nulls[0].basis")).isEqualTo("Upper end of the printed range.");
        assertThat(figure("text-any").getString("nulls[0].basis")).contains("flagged");
        assertThat(figure("table8-lumanauw-dizziness").getString("nulls[0].basis"))
                .isEqualTo("One-sided 95 % Clopper-Pearson upper limit of 12 of 71.");
        assertThat(figure("table8-orhurhu-nausea").getList("nulls")).isEmpty();
        assertThat((Object) figure("table8-orhurhu-nausea").get("p0")).isNull();
    }

    @Test
    void studiesAreGivenInPlaceOfANumber() {
        Response given = give("text-other", "ada", null, """
                {"studies": [{"x": 2, "n": 60}, {"x": 14, "n": 90}, {"x": 9, "n": 150}, {"x": 30, "n": 160}, \
                {"x": 5, "n": 110}], "reason": "Five series."}""");

        assertThat(given.statusCode()).isEqualTo(200);
        JsonPath listed = figure("text-other");
        assertThat(listed.getDouble("p0")).isCloseTo(0.48258386276740445, within(1e-6));
        assertThat(listed.getString("nulls[0].basis"))
                .contains("5 studies, 2 of 60, 14 of 90, 9 of 150, 30 of 160, 5 of 110")
                .contains("very wide");
    }

    @Test
    void whoSawAnotherRevisionIsRefused() {
        give("table7-kapural-supraventricular-arrhythmia", "ada", "\"0\"", "{\"p0\": 0.2, \"reason\": \"First.\"}");

        Response late = give(
                "table7-kapural-supraventricular-arrhythmia",
                "bo",
                "\"0\"",
                "{\"p0\": 0.3, \"reason\": \"Also first.\"}");

        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(late.contentType()).startsWith(ProblemExample.TYPE);
        assertThat(late.header("ETag")).isEqualTo("\"1\"");
        assertThat(figure("table7-kapural-supraventricular-arrhythmia").getDouble("p0"))
                .isEqualTo(0.2);
    }

    @Test
    void saidAgainByTheSameOfficerChangesNothing() {
        String body = "{\"p0\": 0.2, \"reason\": \"Once.\"}";
        give("table7-quinlan-hypomania", "ada", "\"0\"", body);

        Response again = give("table7-quinlan-hypomania", "ada", "\"0\"", body);

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(figure("table7-quinlan-hypomania").getList("nulls.revision")).containsExactly(1, 0);
    }

    @Test
    void ofManyOfficersAtOnceNoneIsLost() throws Exception {
        List<Callable<Response>> officers = List.of("ada", "bo", "cy", "di").stream()
                .map(name -> (Callable<Response>) () -> give(
                        "table7-quinlan-delirium", name, null, "{\"p0\": 0.3, \"reason\": \"I, %s.\"}".formatted(name)))
                .toList();

        try (var together = Executors.newFixedThreadPool(officers.size())) {
            for (Future<Response> answer : together.invokeAll(officers)) {
                assertThat(answer.get().statusCode()).isEqualTo(200);
            }
        }

        JsonPath listed = figure("table7-quinlan-delirium");
        assertThat(listed.getList("nulls.revision")).containsExactly(4, 3, 2, 1, 0);
        assertThat(listed.getList("nulls.by")).contains("ada", "bo", "cy", "di");
    }

    @Test
    void nothingThatWasGivenCanBeChangedInTheDatabase() {
        give("summary-serious", "ada", null, "{\"p0\": 0.001, \"reason\": \"Registry.\"}");

        assertThatThrownBy(
                        () -> Operator.jdbi().useHandle(handle -> handle.execute("update baseline_null set p0 = 0.5")))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> Operator.jdbi().useHandle(handle -> handle.execute("delete from monitor_step")))
                .hasMessageContaining("append-only");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 422 | p0 reason",
                "{'p0': 0, 'reason': 'why'} | 422 | p0",
                "{'p0': 1, 'reason': 'why'} | 422 | p0",
                "{'p0': -0.1, 'reason': 'why'} | 422 | p0",
                "{'p0': 1e-7, 'reason': 'why'} | 422 | p0",
                "{'p0': 1e400, 'reason': 'why'} | 422 | p0",
                "{'p0': null, 'reason': 'why'} | 422 | p0",
                "{'p0': 0.1} | 422 | reason",
                "{'p0': 0.1, 'reason': '  '} | 422 | reason",
                "{'p0': 0.1, 'reason': 'a\\u0000b'} | 422 | reason",
                "{'p0': 2, 'reason': null} | 422 | p0 reason",
                "{'studies': [{'x': 1, 'n': 9}, {'x': 1, 'n': 9}], 'reason': 'why'} | 422 | studies",
                "{'studies': [{'x': 1, 'n': 9}, {'x': 0, 'n': 9}, {'x': 1, 'n': 9}], 'reason': 'why'} | 422 | studies[1].x",
                "{'p0': 0.1, 'studies': [{'x': 1, 'n': 9}, {'x': 1, 'n': 9}, {'x': 1, 'n': 9}], 'reason': 'why'} | 422 | p0",
                "{'p0': '0.1', 'reason': 'why'} | 400 | p0",
                "{'p0': true, 'reason': 'why'} | 400 | p0",
                "{'p0': 0.1, 'reason': 7} | 400 | reason",
                "{'p0': 0.1, 'reason': 'why', 'colour': 1} | 400 | colour",
                "{'p0': 0.1, 'ascertainment': 'ASKED', 'reason': 'why'} | 400 | ascertainment",
                "{'p0': 0.1, 'ascertainment': 'checklist', 'reason': 'why'} | 400 | ascertainment",
                "{'p0': 0.1, 'ascertainment': 7, 'reason': 'why'} | 400 | ascertainment",
                "{'p0': 0.1, 'window': 'LONG_TERM', 'reason': 'why'} | 400 | window",
                "{'p0': 0.1, 'ascertainment': '', 'reason': 'why'} | 400 | ascertainment",
                "{'p0': 0.1, 'window': '', 'reason': 'why'} | 400 | window",
                "{'p0': 2, 'ascertainment': 'ASKED', 'window': 'a day'} | 400 | p0 ascertainment window reason",
                "{'p0': NaN, 'reason': 'why'} | 400 | body",
                "[] | 400 | body"
            })
    void whatIsWrongIsNamed(String body, int status, String fields) {
        give("summary-severe-agitation", "ada", null, body.replace('\'', '"'))
                .then()
                .statusCode(status)
                .contentType(containsString(ProblemExample.TYPE))
                .body("violations.field", containsInAnyOrder(fields.split(" ")));

        assertThat(figure("summary-severe-agitation").getList("nulls")).isEmpty();
    }

    @Test
    void whatCanBeStatedIsNamedWhereSomethingElseIs() {
        give(
                        "summary-severe-agitation",
                        "ada",
                        null,
                        "{\"p0\": 0.1, \"ascertainment\": \"ASKED\", \"window\": \"a day\", \"reason\": \"why\"}")
                .then()
                .body(
                        "violations.message",
                        equalTo(List.of(
                                "expected one of CHECKLIST, SPONTANEOUS, found ASKED",
                                "expected one of infusion, course, long term, found a day")));
    }

    @Test
    void aReasonIsNoBook() {
        give("summary-severe-agitation", "ada", null, "{\"p0\": 0.1, \"reason\": \"%s\"}".formatted("x".repeat(501)))
                .then()
                .statusCode(422)
                .body("violations.field", containsInAnyOrder("reason"));
    }

    @Test
    void aClinicSeesTheNumberWithoutWhoGaveItAndWhy() {
        give("text-most-common-general", "ada", null, "{\"p0\": 0.03, \"reason\": \"Ada saw it.\"}");

        String seen = given().auth()
                .oauth2(Tokens.clinic("north"))
                .get("/api/baselines")
                .then()
                .statusCode(200)
                .body("find { it.id == 'text-most-common-general' }.p0", equalTo(0.03f))
                .body("find { it.id == 'text-most-common-general' }.nulls[0].p0", equalTo(0.03f))
                .body("collect { it.nulls.by }.flatten().findAll { it != null }", empty())
                .body("collect { it.nulls.reason }.flatten().findAll { it != null }", empty())
                .extract()
                .asString();

        assertThat(seen).doesNotContain("Ada saw it");
        assertThat(figure("text-most-common-general").getString("nulls[0].by")).isEqualTo("ada");
    }

    @Test
    void aFigureThatIsNotThereIsNotFound() {
        give("table9-nothing", "ada", null, "{\"p0\": 0.1, \"reason\": \"why\"}")
                .then()
                .statusCode(404)
                .contentType(containsString(ProblemExample.TYPE));
    }

    @Test
    void anIfMatchWithoutQuotesIsRefused() {
        give("summary-severe-agitation", "ada", "1", "{\"p0\": 0.1, \"reason\": \"why\"}")
                .then()
                .statusCode(400)
                .body("violations.field", equalTo(List.of("If-Match")));
    }

    private static Response give(String id, String who, String ifMatch, String body) {
        var request = given().auth()
                .oauth2(Tokens.sign(Map.of("preferred_username", who), "safety-officer"))
                .contentType("application/json")
                .body(body);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.put("/api/baselines/" + id + "/null");
    }

    private static JsonPath figure(String id) {
        return given().auth()
                .oauth2(Tokens.auditor())
                .get("/api/baselines")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath(io.restassured.path.json.config.JsonPathConfig.jsonPathConfig()
                        .numberReturnType(io.restassured.path.json.config.JsonPathConfig.NumberReturnType.DOUBLE))
                .setRootPath("find { it.id == '%s' }".formatted(id));
    }
}
