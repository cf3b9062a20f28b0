package io.dripline.reporting.dashboard.baseline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import io.dripline.reporting.Servers;
import io.dripline.reporting.Tokens;
import io.dripline.reporting.dashboard.ReadPage;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The catalogue as people read it, and the nulls that officers give by its form. Each test has a figure of its own, for nothing is taken back. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class BaselinePagesTest {

    private static final String REASON = "Elevated in 2 of 1,000 infusions of \"our\" registry & no more.";

    @Test
    void theCatalogueHasEveryFigureWithItsStandingInShapeAndWords() {
        Document page = ReadPage.officers("/baselines");

        assertThat(page.title()).isEqualTo("Dripline · Literature");
        assertThat(page.select("nav[aria-label=Pages] [aria-current=page]").text())
                .isEqualTo("Literature");
        assertThat(page.select("table.cards tbody tr"))
                .hasSameSizeAs(api("/api/baselines").getList("id"));
        Map<String, String> words = Map.of(
                "USABLE", "● Usable",
                "DISCORDANT", "◆ Discordant",
                "IMPOSSIBLE", "▲ Impossible",
                "NO_NUMBER", "○ No number");
        api("/api/baselines")
                .<Map<String, Object>>getList("")
                .forEach(figure -> assertThat(
                                page.selectFirst("tr:has(a[href=/baselines/%s])".formatted(figure.get("id")))
                                        .text())
                        .contains(
                                words.get(String.valueOf(figure.get("standing"))),
                                String.valueOf(figure.get("printed")).replaceAll("\\s+", " ")));
        assertThat(row(page, "table9-cns"))
                .startsWith(
                        "Yang et al. Table 9, row Central nervous system Central nervous system 4-8%, mostly transient")
                .endsWith("8 % from the source");
        assertThat(row(page, "table8-zekry-tiredness")).endsWith("none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"standing=IMPOSSIBLE", "measure=dizziness", "text=zekry", "text=%20ZEKRY%20", "measure=&text="})
    void filtersOfTheAddressLeaveWhatTheySay(String query) {
        Document page = ReadPage.officers("/baselines?" + query);

        List<Map<String, Object>> left = api("/api/baselines").getList("findAll { %s }".formatted(condition(query)));
        assertThat(left).isNotEmpty();
        assertThat(page.select("table.cards tbody th a").eachAttr("href"))
                .containsExactlyElementsOf(left.stream()
                        .map(figure -> "/baselines/" + figure.get("id"))
                        .toList());
        assertThat(ReadPage.file("/baselines/figures.csv?" + query, "text/csv").lines())
                .hasSize(left.size() + 1);
    }

    private static String condition(String query) {
        return switch (query) {
            case "standing=IMPOSSIBLE" -> "it.standing == 'IMPOSSIBLE'";
            case "measure=dizziness" -> "it.measure == 'dizziness'";
            case "measure=&text=" -> "true";
            default -> "it.toString().toLowerCase().contains('zekry')";
        };
    }

    @Test
    void aSystemHoldsItsTermsAndTheirUnions() {
        assertThat(figures("system=CNS"))
                .contains("table9-cns", "table8-zekry-dizziness", "summary-most-common-psychotomimetic")
                .doesNotContain("table9-gi", "summary-any");
        assertThat(figures("system=GI&standing=NO_NUMBER"))
                .contains("summary-most-common-gastrointestinal")
                .doesNotContain("table9-gi", "table9-cns");
    }

    private static List<String> figures(String query) {
        return ReadPage.officers("/baselines?" + query).select("table.cards tbody th a").eachAttr("href").stream()
                .map(href -> href.substring("/baselines/".length()))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            standing=PERFECT | 400 | standing | PERFECT | expected one of USABLE, DISCORDANT, IMPOSSIBLE, NO_NUMBER, found PERFECT
            system=HEART     | 400 | system   | HEART   | expected one of CNS
            measure=nothing  | 400 | measure  | nothing | expected a measure of which a figure was printed, found nothing
            """)
    void aManipulatedFilterIsNamedInPlaceAndWhatWasStatedIsKept(
            String query, int status, String field, String value, String message) {
        Document page = ReadPage.read("/baselines?text=yang&" + query, Tokens.officer(), status);

        Element wrong = page.selectFirst("[name=" + field + "]");
        assertThat(wrong.select("option[selected]").val()).isEqualTo(value);
        assertThat(page.getElementById(wrong.attr("aria-describedby")).text()).contains(message);
        assertThat(page.select("#text").val()).isEqualTo("yang");
        assertThat(page.select("table")).as("no figures of something else").isEmpty();
    }

    @Test
    void aFilterThatThereIsNotAndATextThatIsABookAreNamed() {
        assertThat(ReadPage.read("/baselines?colour=red", Tokens.officer(), 400)
                        .select("[role=alert] li")
                        .text())
                .startsWith("colour: unknown parameter");
        assertThat(ReadPage.read("/baselines?text=" + "x".repeat(201), Tokens.officer(), 422)
                        .select("#text-violation")
                        .text())
                .isEqualTo("expected at most 200 characters, found 201");
        assertThat(ReadPage.officers("/baselines?text=nobody-wrote-this")
                        .select(".empty")
                        .text())
                .startsWith("No figure matches");
    }

    @Test
    void wordsOfAnAddressAreNoScript() {
        String page = given().auth()
                .oauth2(Tokens.officer())
                .queryParam("text", "\"><script>alert(1)</script>")
                .get("/baselines")
                .asString();

        assertThat(page).doesNotContain("<script>alert").contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    @Test
    void aFiguresPageSaysAllThatIsPrintedAndWhatIsNot() {
        Document page = ReadPage.officers("/baselines/table8-zekry-dizziness");

        assertThat(ReadPage.words(page.getElementById("printed").parent()))
                .contains("Dizziness 46%", "◆ Discordant", "Disagrees with ")
                .contains("Place Table 8, row Zekry et al.", "Route subcutaneous", "Formulation not stated")
                .contains("Unit each patient once", "Asked for by not stated");
        assertThat(words(page, "null")).contains("56.2 %", "from the source", "Clopper-Pearson");
        assertThat(ReadPage.links(page))
                .contains("/measures/dizziness", "/monitors/new?baseline=table8-zekry-dizziness");
        assertThat(words(ReadPage.officers("/baselines/table9-cns"), "monitors"))
                .contains("all clinics, first courses : ● Active, null 8 %");
    }

    @Test
    void anOfficerGivesANullAndSetsItAnewAndBothStay() {
        String id = "summary-cardiovascular";
        assertThat(words(ReadPage.officers("/baselines/" + id), "null")).contains("It has none");

        Document given =
                after(post(id, "test", Map.of("revision", "0", "p0", "0.002", "studies", "", "reason", REASON)), id);

        assertThat(given.select("[role=status].done").text()).isEqualTo("The null is given.");
        assertThat(words(given, "null"))
                .contains("0.2 %", "set by an officer: Entered by an officer.", "By test,", REASON);
        assertThat(given.select("[name=revision]").val()).isEqualTo("1");

        Document anew = after(
                post(
                        id,
                        "bo",
                        Map.of(
                                "revision",
                                "1",
                                "p0",
                                "",
                                "studies",
                                "3 of 40\r\n\r\n 2/35 \r\n4 of 60\r\n",
                                "reason",
                                "Three registries.")),
                id);

        assertThat(words(anew, "null")).contains("95 % prediction interval of 3 studies", "By bo,");
        assertThat(anew.select(".history li").eachText())
                .singleElement()
                .asString()
                .startsWith("0.2 %, set by an officer")
                .contains(REASON);
        assertThat(figure(id).getList("nulls.revision")).containsExactly(2, 1);
        assertThat(row(ReadPage.officers("/baselines?text=" + id), id)).contains("set by an officer: bo");
    }

    @Test
    void anOfficerStatesHowEventsWereCountedAndAnOverrideIsToldAsOne() {
        String id = "table8-marchetti-any";
        Document before = ReadPage.officers("/baselines/" + id);
        assertThat(before.select("#ascertainment option").eachText())
                .containsExactly("as the source states: not stated", "checklist", "spontaneous");
        assertThat(before.select("#window option[selected]").text()).isEqualTo("as the source states: long term");

        Document given = after(
                post(
                        id,
                        "test",
                        Map.of(
                                "revision",
                                "0",
                                "p0",
                                "0.2",
                                "ascertainment",
                                "CHECKLIST",
                                "window",
                                "course",
                                "reason",
                                REASON)),
                id);

        assertThat(words(given, "null"))
                .contains(
                        "The officer who set the null states that its events were asked for by checklist; the source does not say.",
                        "Overrides the source: the officer who set the null states that its events were counted over course, the source stated long term when the null was given.",
                        REASON);
        assertThat(words(given, "printed")).contains("Window long term", "Asked for by not stated");
        assertThat(given.select("#ascertainment option[selected]").val())
                .as("what is in force, so that a new number does not drop it unseen")
                .isEqualTo("CHECKLIST");
        assertThat(given.select("#window option[selected]").val()).isEqualTo("course");
        assertThat(ReadPage.file("/baselines/figures.csv?text=" + id, "text/csv"))
                .contains(",CHECKLIST,course,,long term,Entered by an officer.");
        String monitor = given().auth()
                .oauth2(Tokens.officer())
                .contentType("application/json")
                .body("{\"baseline\": \"%s\", \"unit\": \"FIRST_COURSE\", \"alphaShare\": 0.00001}".formatted(id))
                .post("/api/monitors")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(words(ReadPage.officers("/monitors/" + monitor), "watched"))
                .contains("Null 20 % The officer who set the null states", "Overrides the source:");
        assertThat(ReadPage.file("/monitors/monitors.csv", "text/csv").lines())
                .anySatisfy(line -> assertThat(line).startsWith(monitor + ",").contains(",0.2,CHECKLIST,course,"));
    }

    @Test
    void whatCannotBeChosenIsNamedInPlaceWithAllElseThatIsWrong() {
        Document page = refused(
                post(
                        "text-most-cns",
                        "ada",
                        Map.of(
                                "revision",
                                "0",
                                "p0",
                                "much",
                                "ascertainment",
                                "ASKED",
                                "window",
                                "a day",
                                "reason",
                                "")),
                400);

        assertThat(page.select("#ascertainment-violation").text())
                .isEqualTo("expected one of CHECKLIST, SPONTANEOUS, found ASKED");
        assertThat(page.select("#window-violation").text())
                .isEqualTo("expected one of infusion, course, long term, found a day");
        assertThat(page.select("#window option[selected]").val()).isEqualTo("a day");
        assertThat(page.select(".violation")).hasSize(4);
        assertThat(figure("text-most-cns").getList("nulls")).isEmpty();
    }

    @Test
    void ofTwoOfficersTheSecondIsToldAndKeepsWhatWasTyped() {
        String id = "text-serious";
        after(post(id, "ada", Map.of("revision", "0", "p0", "0.9996", "reason", "First.")), id);

        Document page =
                refused(post(id, "bo", Map.of("revision", "0", "p0", "0.02", "reason", REASON + "\r\nMore.")), 412);

        assertThat(page.select("[role=alert]").text())
                .startsWith("Not taken: somebody else came first")
                .contains("ada set it to 99.96 %, ");
        assertThat(page.select("#p0").val()).isEqualTo("0.02");
        assertThat(page.select("#reason").first().wholeText().lines()).containsExactly(REASON, "More.");
        assertThat(words(page, "null")).contains("99.96 %");
        assertThat(page.select("[name=revision]").val())
                .as("so that it can be sent again")
                .isEqualTo("1");
        assertThat(figure(id).getList("nulls")).hasSize(1);
    }

    @Test
    void theSecondIsToldWhatTheFirstStatedOfTheEventsToo() {
        String id = "table8-marchetti-cramps";
        after(post(id, "ada", Map.of("revision", "0", "p0", "0.3", "window", "course", "reason", "First.")), id);

        Document page = refused(post(id, "bo", Map.of("revision", "0", "p0", "0.02", "reason", REASON)), 412);

        assertThat(page.select("[role=alert]").text())
                .contains(
                        "ada set it to 30 %, ",
                        "Overrides the source: the officer who set the null states that its events were counted over course,");
        assertThat(page.select("#window option[selected]").val())
                .as("as it was sent")
                .isEmpty();
    }

    @Test
    void aNumberThatFollowsANullKeepsWhatThatStatedUntilItIsTakenOut() {
        String id = "table8-marchetti-cystalgia";
        after(post(id, "ada", Map.of("revision", "0", "p0", "0.3", "window", "course", "reason", "First.")), id);
        Document form = ReadPage.officers("/baselines/" + id);
        String window = form.select("#window option[selected]").val();

        after(post(id, "bo", Map.of("revision", "1", "p0", "0.2", "window", window, "reason", "Second.")), id);
        after(post(id, "bo", Map.of("revision", "2", "p0", "0.1", "window", "", "reason", "Third.")), id);

        assertThat(figure(id).getList("nulls[0..2].window")).containsExactly(null, "course", "course");
        assertThat(figure(id).getList("nulls[0..2].overrides.window")).containsExactly(null, "long term", "long term");
    }

    @Test
    void aDoubleClickGivesOneNull() {
        String id = "text-most-gi";
        Map<String, String> form = Map.of("revision", "0", "p0", "0.1", "reason", REASON);

        after(post(id, "ada", form), id);
        after(post(id, "ada", form), id);

        assertThat(figure(id).getList("nulls")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0        | ''             | why | 422 | p0      | expected a number inside (0, 1), 0.000001 to 0.999999, found 0.0
            1        | ''             | why | 422 | p0      | expected a number inside (0, 1)
            NaN      | ''             | why | 422 | p0      | found NaN
            -0.1     | ''             | why | 422 | p0      | found -0.1
            8 %      | ''             | why | 400 | p0      | expected a number such as 0.08, found 8 %
            0,08     | ''             | ''  | 400 | p0      | expected a number such as 0.08, found 0,08
            ''       | ''             | why | 422 | p0      | missing
            0.1      | ''             | ' ' | 422 | reason  | expected a sentence that says why, found none
            0.1      | 1 of 9         | why | 422 | p0      | expected either p0 or studies, found both
            ''       | 1 of 9         | why | 422 | studies | expected 3 to 1000, found 1
            ''       | nine           | why | 400 | studies | expected a line such as 3 of 40, found nine
            ''       | 9 of 1         | why | 422 | studies | studies[0].x: expected 0 to n, found 9 of 1
            """)
    void whatIsMissingOrImpossibleIsNamedInPlaceAndWhatWasTypedIsKept(
            String p0, String studies, String reason, int status, String field, String message) {
        String id = "text-most-cns";

        Document page = refused(
                post(id, "ada", Map.of("revision", "0", "p0", p0, "studies", studies, "reason", reason)), status);

        Element wrong = page.getElementById(field);
        assertThat(wrong.attr("aria-invalid")).isEqualTo("true");
        assertThat(page.getElementById(wrong.attr("aria-describedby")).text()).contains(message);
        assertThat(page.select("#p0").val()).isEqualTo(p0);
        assertThat(page.select("#studies").first().wholeText()).isEqualTo(studies);
        assertThat(page.select("#reason").first().wholeText()).isEqualTo(reason);
        assertThat(figure(id).getList("nulls")).isEmpty();
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() {
        Document page = refused(
                post("text-most-cns", "ada", Map.of("revision", "0", "p0", "much", "studies", "", "reason", "")), 400);

        assertThat(page.select(".violation").eachText())
                .containsExactly(
                        "expected a number such as 0.08, found much", "expected a sentence that says why, found none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "one", "-1"})
    void aFormWithoutTheNullThatItReplacesChangesNothing(String revision) {
        refused(post("text-most-cns", "ada", Map.of("revision", revision, "p0", "0.1", "reason", REASON)), 422);

        assertThat(figure("text-most-cns").getList("nulls")).isEmpty();
    }

    @Test
    void anAuditorSeesAllAndChangesNothing() {
        Document page = ReadPage.read("/baselines/text-most-cns", Tokens.auditor(), 200);

        assertThat(page.select("form, a[href^=/monitors/new]")).isEmpty();
        given().auth()
                .oauth2(Tokens.auditor())
                .contentType("application/x-www-form-urlencoded")
                .formParams(Map.of("revision", "0", "p0", "0.1", "reason", REASON))
                .post("/baselines/text-most-cns/null")
                .then()
                .statusCode(403);
    }

    /** Who signs in anew on the page that a refused form was answered with. */
    @Test
    void whereAFormWasSentLeadsToThePageOfTheFigure() {
        given().auth()
                .oauth2(Tokens.officer())
                .redirects()
                .follow(false)
                .get("/baselines/table9-cns/null")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/baselines/table9-cns"));
    }

    @Test
    void whatIsTypedIntoItsFormIsKept() {
        assertThat(ReadPage.officers("/baselines/table9-cns").select("form").is("[data-kept]"))
                .isTrue();
    }

    /** Without it a browser would send a form's origin as null, which the door refuses. */
    @Test
    void itsFormMaySayToThisOriginWhereItComesFrom() {
        given().auth()
                .oauth2(Tokens.officer())
                .get("/baselines/table9-cns")
                .then()
                .statusCode(200)
                .header("Referrer-Policy", "same-origin");
    }

    @Test
    void theFileSaysWhatIsPrintedAndTheNullInForce() {
        List<String> lines = ReadPage.file("/baselines/figures.csv?text=table9-cns", "text/csv")
                .lines()
                .toList();

        assertThat(lines.getFirst()).startsWith("baseline,study,citation,place,country,measure,");
        assertThat(lines)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("table9-cns,Yang et al.,")
                        .contains(",0.04,0.08,", "from the source"));
        given().auth()
                .oauth2(Tokens.officer())
                .get("/baselines/figures.csv?standing=PERFECT")
                .then()
                .statusCode(400)
                .contentType(containsString("application/problem+json"));
    }

    @Test
    void anUnknownFigureIsToldInWords() {
        assertThat(ReadPage.read("/baselines/table9-nothing", Tokens.officer(), 404)
                        .select("[role=alert]")
                        .text())
                .isEqualTo("There is no figure table9-nothing.");
        post("table9-nothing", "ada", Map.of("revision", "0", "p0", "0.1", "reason", REASON))
                .then()
                .statusCode(404);
    }

    @Test
    void isNotForAClinic() {
        given().auth()
                .oauth2(Tokens.clinic("clinic-north"))
                .get("/baselines")
                .then()
                .statusCode(403);
    }

    private static String row(Document page, String id) {
        return ReadPage.words(page.selectFirst("tr:has(a[href=/baselines/%s])".formatted(id)));
    }

    private static String words(Document page, String heading) {
        return ReadPage.words(page.getElementById(heading).parent());
    }

    private static Response post(String id, String who, Map<String, String> fields) {
        return given().auth()
                .oauth2(Tokens.sign(Map.of("preferred_username", who), "safety-officer"))
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .accept("text/html")
                .formParams(new HashMap<>(fields))
                .post("/baselines/%s/null".formatted(id));
    }

    /** Where a browser is sent after a null that was given. */
    private static Document after(Response taken, String id) {
        taken.then().statusCode(303).header("Location", containsString("/baselines/%s?done=null".formatted(id)));
        return ReadPage.officers("/baselines/%s?done=null".formatted(id));
    }

    private static Document refused(Response answer, int status) {
        answer.then().statusCode(status).contentType(containsString("text/html"));
        Document page = ReadPage.parse(answer.asString());
        ReadPage.assertThatItIsForAll(page);
        return page;
    }

    private static JsonPath figure(String id) {
        return api("/api/baselines").setRootPath("find { it.id == '%s' }".formatted(id));
    }

    private static JsonPath api(String path) {
        return given().auth()
                .oauth2(Tokens.auditor())
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
