package io.dripline.reporting.dashboard.monitor;

import static io.restassured.RestAssured.given;
import static io.restassured.path.json.config.JsonPathConfig.jsonPathConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;

import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.PublishShares;
import io.dripline.reporting.Servers;
import io.dripline.reporting.Shares;
import io.dripline.reporting.Tokens;
import io.dripline.reporting.dashboard.ReadPage;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.Response;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Monitors as people read them, and what officers decide about them by forms alone. What each test spends of alpha is small, for nothing comes back. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class MonitorPagesTest {

    private final String clinic = "watched-" + UUID.randomUUID();

    @Test
    void saysWhatIsLeftOfAlphaInWordsAsAPictureAndAsATable() {
        Document page = ReadPage.officers("/monitors");

        JsonPath shares = api("/api/monitors/shares");
        assertThat(page.select("nav[aria-label=Pages] [aria-current=page]").text())
                .isEqualTo("Monitors");
        assertThat(ReadPage.words(page.getElementById("alpha").parent()))
                .contains("%s of alpha is left for monitors that officers make, of 10 %%."
                        .formatted(percent(shares.getDouble("officers.left"))));
        assertThat(page.select("#alpha-table tbody tr").eachText())
                .hasSize(3)
                .first()
                .isEqualTo("Systems, all clinics 50 % 50 % 0 %");
        assertThat(page.select("#monitor-list svg rect.band")).hasSize(3);
        assertThat(ReadPage.file("/monitors/alpha.csv", "text/csv").lines())
                .hasSize(4)
                .satisfies(lines -> assertThat(lines.getFirst()).isEqualTo("part,share_of_alpha,spent,left,alpha"))
                .satisfies(lines -> assertThat(lines.get(1)).isEqualTo("\"Systems, all clinics\",0.5,0.5,0.0,0.05"));
        assertThat(words(page, "alpha")).contains("the chance is at most 0.05 that any monitor");
        assertThat(ReadPage.file("/monitors/alpha.svg", "image/svg+xml"))
                .contains("Made by officers", " left")
                .doesNotContain("var(--");
    }

    @Test
    void listsEveryMonitorAndByStatus() {
        made(make(
                "ada", form(Map.of("baseline", "text-less-common-urinary-tract-infection", "alphaShare", "0.000001"))));
        Document all = ReadPage.officers("/monitors");
        Document waiting = ReadPage.officers("/monitors?status=WAITING_FOR_NULL");

        assertThat(ReadPage.words(all.selectFirst("tr:has(a[href=/monitors/table9-cns])")))
                .startsWith(
                        "Central nervous system · all clinics ● Active 4–8 % Yang et al., Table 9 8 % first courses the beginning 10 % alerts at E = 200");
        assertThat(all.select("a[href^=/monitors/table9]").size()).isGreaterThanOrEqualTo(5);
        assertThat(waiting.select("tbody[role=rowgroup] tr td[data-label=Status]")
                        .eachText())
                .isNotEmpty()
                .containsOnly("◇ Waits for a null");
        assertThat(waiting.select("#monitor-list").attr("hx-get")).isEqualTo("/monitors/live?status=WAITING_FOR_NULL");
        assertThat(ReadPage.file("/monitors/monitors.csv?status=WAITING_FOR_NULL", "text/csv")
                        .lines()
                        .skip(1))
                .isNotEmpty()
                .allMatch(line -> line.contains(",WAITING_FOR_NULL,"));
    }

    /** What is refused asks for no live part, which would put all monitors in the message's place. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            status=ASLEEP                | status: expected one of ACTIVE, WAITING_FOR_NULL, RETIRED, found ASLEEP
            colour=red                   | colour: unknown parameter; expected one of status
            status=ACTIVE&status=RETIRED | status: expected once, found 2 times
            """)
    void whatCannotBeListedIsToldAndStays(String query, String message) {
        Document page = ReadPage.read("/monitors?" + query, Tokens.officer(), 400);

        assertThat(page.select("[role=alert]").text()).contains(message);
        assertThat(page.select("[hx-get], script[src*=htmx], #live")).isEmpty();
        assertThat(page.select("table.cards"))
                .as("no monitors of something else")
                .isEmpty();
        for (String path : List.of("/monitors/live", "/monitors/monitors.csv")) {
            given().auth()
                    .oauth2(Tokens.officer())
                    .urlEncodingEnabled(false)
                    .get(path + "?" + query)
                    .then()
                    .statusCode(400)
                    .contentType(containsString("application/problem+json"))
                    .body("violations.message", hasItem(message.substring(message.indexOf(' ') + 1)));
        }
    }

    @Test
    void theLivePartIsTheSameAndHoldsNoForm() {
        Document page = ReadPage.officers("/monitors");
        Element live = page.selectFirst("#monitor-list");

        Document fragment = ReadPage.officers(live.attr("hx-get"));

        assertThat(ReadPage.words(fragment.body())).isEqualTo(ReadPage.words(live));
        assertThat(live.select("form")).isEmpty();
    }

    @Test
    void anOfficerMakesAMonitorAndRetiresIt() {
        Response made = make("ada", form(Map.of("startWeek", "2026-W44", "alphaShare", "0.00001")));
        String id = made(made);

        Document page = ReadPage.officers("/monitors/%s?done=made".formatted(id));
        assertThat(page.select("[role=status].done").text()).startsWith("The monitor is made");
        assertThat(page.select("h1").text()).isEqualTo("Central nervous system · " + clinic);
        assertThat(words(page, "watched"))
                .contains(
                        "● Active",
                        "clinic: " + clinic,
                        "Null 8 %",
                        "Counts from 2026-W44",
                        "0.001 %: it alerts at E = 2,000,000");
        assertThat(page.select(".history li").eachText())
                .singleElement()
                .asString()
                .startsWith("Made with a null of 8 %, counting from 2026-W44 by ada");
        assertThat(ReadPage.links(page))
                .contains("/measures/CNS?clinic=%s&unit=FIRST_COURSE".formatted(clinic), "/baselines/table9-cns");

        Document empty = refused(retire("bo", id, "reason", " \r\n "), 422);
        assertThat(empty.select("#reason-violation").text()).isEqualTo("expected a sentence that says why, found none");
        assertThat(empty.select("textarea").first().wholeText().lines()).containsExactly(" ", " ");

        retire("bo", id, "reason", "The clinic\r\nclosed.")
                .then()
                .statusCode(303)
                .header("Location", containsString("/monitors/%s?done=retired".formatted(id)));
        Document retired = ReadPage.officers("/monitors/%s?done=retired".formatted(id));
        assertThat(retired.select("[role=status].done").text()).startsWith("Retired.");
        assertThat(retired.select("form")).isEmpty();
        assertThat(retired.select(".history li").first().text()).startsWith("Retired by bo");
        assertThat(retired.select(".history li q").first().wholeText()).isEqualTo("The clinic\nclosed.");

        retire("bo", id, "reason", "The clinic\r\nclosed.").then().statusCode(303);
        Document late = refused(retire("ada", id, "reason", "I think\r\nso too."), 409);
        assertThat(late.select("[role=alert]").text()).startsWith("Not retired again: bo retired it ");
        assertThat(late.select("textarea").first().wholeText().lines()).containsExactly("I think", "so too.");
        assertThat(api("/api/monitors/" + id).getList("history")).hasSize(2);
    }

    @Test
    void whatIsMadeFromWordsWaits() {
        String id = made(make(
                "ada", form(Map.of("baseline", "text-less-common-urinary-tract-infection", "alphaShare", "0.000001"))));

        Document page = ReadPage.officers("/monitors/%s?done=made".formatted(id));

        assertThat(page.select("[role=status].done").text()).contains("waits until its figure is given a null");
        assertThat(words(page, "watched")).contains("◇ Waits for a null", "Null none yet");
    }

    @Test
    void aDoubleClickSpendsOneShareAndAnotherOfficerIsTold() {
        Map<String, String> form = form(Map.of("startWeek", "2026-W45", "alphaShare", "0.00001"));
        String id = made(make("ada", form));
        double left = api("/api/monitors/shares").getDouble("officers.left");

        assertThat(made(make("ada", form))).isEqualTo(id);

        Document same = refused(make("bo", form), 409);
        assertThat(same.select("[role=alert]").text())
                .startsWith("Not made: there is a monitor that watches exactly this");
        assertThat(same.select("[role=alert] a").attr("href")).isEqualTo("/monitors/" + id);
        assertThat(same.select("#startWeek").val()).isEqualTo("2026-W45");
        assertThat(api("/api/monitors/shares").getDouble("officers.left")).isEqualTo(left);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            baseline   | ''             | 422 | missing
            baseline   | table9-nothing | 422 | expected the id of a figure
            unit       | PATIENT        | 400 | expected one of SESSION, COURSE, FIRST_COURSE, found PATIENT
            route      | BY_POST        | 400 | found BY_POST
            startWeek  | 2026-W54       | 400 | expected an ISO week such as 2026-W47, found 2026-W54
            alphaShare | ''             | 422 | missing
            alphaShare | much           | 400 | expected a number such as 0.01, found much
            alphaShare | NaN            | 422 | found NaN
            alphaShare | 0              | 422 | expected 0.000001 to 0.1, found 0.0
            alphaShare | 0.11           | 422 | which is left of the 0.1 for monitors that officers make, found 0.11
            """)
    void whatIsMissingOrImpossibleIsNamedInPlaceAndWhatWasTypedIsKept(
            String field, String value, int status, String message) {
        Map<String, String> form = form(Map.of("startWeek", "2026-W46", "alphaShare", "0.00001"));
        form.put(field, value);

        Document page = refused(make("ada", form), status);

        assertThat(page.select("[role=alert]").text()).startsWith("Not made: ");
        Element wrong = page.getElementById(field);
        assertThat(wrong.attr("aria-invalid")).isEqualTo("true");
        assertThat(page.getElementById(wrong.attr("aria-describedby")).text()).contains(message);
        assertThat(wrong.is("select") ? wrong.select("option[selected]").val() : wrong.val())
                .isEqualTo(value);
        assertThat(page.select("#clinic option[selected]").val()).isEqualTo(clinic);
    }

    @Test
    void anAddressFillsTheForm() {
        Document page =
                ReadPage.officers("/monitors/new?baseline=table8-zekry-dizziness&route=SUBCUTANEOUS&unit=COURSE");

        assertThat(page.select("#baseline option[selected]").text())
                .startsWith("Dizziness: Zekry et al., Dizziness 46%");
        assertThat(page.select("#route option[selected]").val()).isEqualTo("SUBCUTANEOUS");
        assertThat(page.select("#unit option[selected]").val()).isEqualTo("COURSE");
        assertThat(page.select("#alphaShare").val()).isEmpty();
        assertThat(page.select("[role=alert]")).isEmpty();
        assertThat(ReadPage.read("/monitors/new?colour=red", Tokens.officer(), 400)
                        .select("[role=alert] li")
                        .text())
                .startsWith("colour: unknown parameter");
    }

    @Test
    void whatTheSessionsSuggestCanBeMade() {
        String week = IsoWeek.of(LocalDate.now(ZoneOffset.UTC)).toString();
        PublishShares.inOneTransaction(Shares.share(1, 1, Shares.cell(Unit.FIRST_COURSE, week, clinic), 12, 1));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            List<String> suggested = api("/api/monitors/suggestions").getList("baseline");
            assertThat(suggested).isNotEmpty();
            assertThat(ReadPage.officers("/monitors/suggestions")
                            .select("section h2 a")
                            .eachAttr("href"))
                    .containsExactlyElementsOf(
                            suggested.stream().map(id -> "/baselines/" + id).toList());
        });

        JsonPath first = api("/api/monitors/suggestions").setRootPath("[0]");
        Document page = ReadPage.officers("/monitors/suggestions");
        Element section = page.selectFirst("section");
        assertThat(section.select("tbody tr")).hasSameSizeAs(first.getList("aspects"));
        assertThat(section.select("tbody td").eachText()).contains("● Comparable", "○ Not stated");
        assertThat(section.text()).contains(" first courses in weeks ", first.getString("printed"));
        Document filled =
                ReadPage.officers(section.select("a[href^=/monitors/new]").attr("href"));
        assertThat(filled.select("#baseline option[selected]").val()).isEqualTo(first.getString("baseline"));
        first.<String, String>getMap("cohort")
                .forEach((dimension, value) -> assertThat(filled.select("#%s option[selected]".formatted(dimension))
                                .val())
                        .isEqualTo(value));
    }

    @Test
    void anAuditorSeesAllAndChangesNothing() {
        assertThat(ReadPage.read("/monitors", Tokens.auditor(), 200).select("a[href=/monitors/new]"))
                .isEmpty();
        assertThat(ReadPage.read("/monitors/table9-cns", Tokens.auditor(), 200).select("form"))
                .isEmpty();
        assertThat(ReadPage.read("/monitors/suggestions", Tokens.auditor(), 200).select("a[href^=/monitors/new]"))
                .isEmpty();
        given().auth().oauth2(Tokens.auditor()).get("/monitors/new").then().statusCode(403);
        given().auth()
                .oauth2(Tokens.auditor())
                .contentType("application/x-www-form-urlencoded")
                .formParam("reason", "why")
                .post("/monitors/table9-cns/retirement")
                .then()
                .statusCode(403);
    }

    /** Who signs in anew on the page that a refused form was answered with. */
    @Test
    void whereAFormWasSentLeadsToThePageOfTheMonitor() {
        given().auth()
                .oauth2(Tokens.officer())
                .redirects()
                .follow(false)
                .get("/monitors/table9-cns/retirement")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/monitors/table9-cns"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/monitors/new", "/monitors/table9-cns"})
    void whatIsTypedIntoTheFormsIsKept(String path) {
        assertThat(ReadPage.officers(path).select("form").is("[data-kept]")).isTrue();
    }

    /** Without it a browser would send a form's origin as null, which the door refuses. */
    @ParameterizedTest
    @ValueSource(strings = {"/monitors/new", "/monitors/table9-cns"})
    void formsMaySayToThisOriginWhereTheyComeFrom(String path) {
        given().auth()
                .oauth2(Tokens.officer())
                .get(path)
                .then()
                .statusCode(200)
                .header("Referrer-Policy", "same-origin");
    }

    @Test
    void anUnknownMonitorIsToldInWords() {
        assertThat(ReadPage.read("/monitors/nothing", Tokens.officer(), 404)
                        .select("[role=alert]")
                        .text())
                .isEqualTo("There is no monitor nothing.");
        retire("ada", "nothing", "reason", "why").then().statusCode(404);
    }

    /** Clinics are called as their token says, a slash and a space among it. */
    @Test
    void aMonitorOfAnyClinicsNameHasAPage() {
        String odd = "ward 3/4 & \"more\" " + UUID.randomUUID();
        PublishShares.inOneTransaction(Shares.share(1, 1, Shares.cell(Unit.FIRST_COURSE, "2026-W40", odd), 5, 0));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(api("/api/monitors").getList("id")).contains("table9-cns@" + odd));

        String href = ReadPage.officers("/monitors").select("a[href^=/monitors/]").stream()
                .filter(link -> link.text().equals("Central nervous system · " + odd))
                .findFirst()
                .orElseThrow()
                .attr("href");

        assertThat(ReadPage.officers(href).select("h1").text()).isEqualTo("Central nervous system · " + odd);
    }

    private Map<String, String> form(Map<String, String> stated) {
        Map<String, String> form =
                new HashMap<>(Map.of("baseline", "table9-cns", "unit", "FIRST_COURSE", "clinic", clinic, "route", ""));
        form.putAll(stated);
        return form;
    }

    private static Response make(String who, Map<String, String> fields) {
        return post(who, "/monitors/new", fields);
    }

    private static Response retire(String who, String id, String field, String value) {
        return post(who, "/monitors/%s/retirement".formatted(id), Map.of(field, value));
    }

    private static Response post(String who, String path, Map<String, String> fields) {
        return given().auth()
                .oauth2(Tokens.sign(Map.of("preferred_username", who), "safety-officer"))
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .accept("text/html")
                .formParams(fields)
                .post(path);
    }

    /** Whose page a browser is sent to. */
    private static String made(Response answer) {
        answer.then().statusCode(303);
        URI address = URI.create(answer.header("Location"));
        assertThat(address.getQuery()).isEqualTo("done=made");
        return address.getPath().substring("/monitors/".length());
    }

    private static Document refused(Response answer, int status) {
        answer.then().statusCode(status).contentType(containsString("text/html"));
        Document page = ReadPage.parse(answer.asString());
        ReadPage.assertThatItIsForAll(page);
        return page;
    }

    private static String words(Document page, String heading) {
        return ReadPage.words(page.getElementById(heading).parent());
    }

    private static String percent(double share) {
        return AlphaView.left(share);
    }

    private static JsonPath api(String path) {
        return given().auth()
                .oauth2(Tokens.auditor())
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath(jsonPathConfig().numberReturnType(NumberReturnType.DOUBLE));
    }
}
