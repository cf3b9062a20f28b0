package io.dripline.reporting.dashboard.measure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.oneOf;

import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.PublishShares;
import io.dripline.reporting.Servers;
import io.dripline.reporting.Shares;
import io.dripline.reporting.Tokens;
import io.dripline.reporting.alert.Alerts;
import io.dripline.reporting.dashboard.ReadPage;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A measure's page of one clinic with a quiet and a bad week. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class MeasurePageTest {

    private final String clinic = "measured-" + UUID.randomUUID();

    @Inject
    Alerts alerts;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void aQuietAndABadWeek() {
        PublishShares.inOneTransaction(
                Shares.share(
                        1,
                        1,
                        Shares.cell(Unit.FIRST_COURSE, "2026-W38", clinic),
                        50,
                        2,
                        Map.of("ANY", 3L, "CNS", 3L, "dizziness", 2L, "euphoria", 1L)),
                Shares.share(
                        1,
                        1,
                        Shares.cell(Unit.FIRST_COURSE, "2026-W40", clinic),
                        90,
                        0,
                        Map.of("ANY", 40L, "CNS", 40L, "dizziness", 30L)));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(alerts()).contains("table9-cns@" + clinic));
    }

    @Test
    void showsItsWeeksItsEvidenceItsTermsAndWhatWasPublished() {
        Document page = ReadPage.officers("/measures/CNS?clinic=" + clinic);

        assertThat(page.title()).isEqualTo("Dripline · Central nervous system");
        assertThat(page.select("nav[aria-label=Measures] [aria-current=page]").text())
                .isEqualTo("Central nervous system");
        assertThat(page.select("#measure section h2").eachText())
                .containsExactly(
                        "Incidence by week", "Evidence for an excess", "Terms within it", "Published beside observed");
        assertThat(words(page, "weekly"))
                .contains("30.7 % in all: 43 of 140, 23.2 % to 39.1 %; 2 await coding.")
                .contains("Central nervous system, " + clinic + ", first courses, weeks 2026-W38 to 2026-W40.");
        assertThat(rows(page, "weekly-table"))
                .containsExactly(
                        "2026-W38 3 of 50 6.0 % 1.3 % to 16.5 % 2", "2026-W40 40 of 90 44.4 % 34.0 % to 55.3 % 0");
        assertThat(words(page, "evidence")).contains("▲ Exceeds the literature").contains("It alarms at ");
        assertThat(rows(page, "evidence-table")).hasSize(2);
        assertThat(page.select("ul[aria-labelledby=alerts-about-this] li").eachText())
                .as("every alert is named, and whose it is where it is another monitor's")
                .hasSize(1)
                .noneMatch(line -> line.contains("monitor"));
        assertThat(page.select("svg path.raised")).as("and marked").hasSize(1);
        assertThat(page.select("tr:has(a[href^=/measures/dizziness?])").text()).contains("Dizziness 32 22.9 %");
        assertThat(page.select("table.studies tbody th").eachText()).first().isEqualTo("Observed here");
        assertThat(page.select("table.studies").text()).contains("Yang et al.", "4-8%, mostly transient");
    }

    /** A correction of a monitor is to retire it and make another; what it raised before must not vanish by that. */
    @Test
    void anAlertOfARetiredMonitorStaysListedAndIsNotMarkedInAnothersEvidence() {
        String retired = "table9-cns@" + clinic;
        post("/api/monitors/%s/retirement".formatted(retired), "{\"reason\": \"Another one takes over.\"}");
        Document alone = ReadPage.officers("/measures/CNS?clinic=" + clinic);
        String successor = post("/api/monitors", """
                        {"baseline": "table9-cns", "unit": "FIRST_COURSE", "cohort": {"clinic": "%s"},
                         "startWeek": "2026-W41", "alphaShare": 0.000001}""".formatted(clinic)).getString("id");
        PublishShares.inOneTransaction(
                Shares.share(1, 1, Shares.cell(Unit.FIRST_COURSE, "2026-W41", clinic), 50, 2, Map.of("CNS", 2L)));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(officer("/api/comparisons")
                                .getLong("find { it.monitor == '%s' }.exposed".formatted(successor)))
                        .isEqualTo(50));

        Document page = ReadPage.officers("/measures/CNS?clinic=" + clinic);

        String alert = officer("/api/alerts").getString("find { it.monitor == '%s' }.id".formatted(retired));
        assertThat(words(alone, "evidence"))
                .contains("No monitor at work watches exactly this")
                .contains(" by a retired monitor. Nobody has acknowledged it yet.");
        assertThat(ReadPage.links(alone)).contains("/alerts/" + alert, "/monitors/table9-cns%40" + clinic);
        assertThat(rows(page, "evidence-table")).hasSize(1);
        assertThat(page.select("ul[aria-labelledby=alerts-about-this] li").eachText())
                .hasSize(1)
                .first()
                .asString()
                .contains("by a retired monitor");
        assertThat(page.select("svg path.raised"))
                .as("another monitor's evidence never reached it")
                .isEmpty();
    }

    /** A page is asked for anew with every change; an installation has alerts of years. */
    @Test
    void alertsOfOtherMonitorsAreNotReadForIt() {
        String monitor = "table9-cns@" + clinic;

        List<Alert> read = jdbi.withHandle(handle -> alerts.ofMonitors(handle, List.of(monitor, "nobody")));

        assertThat(read)
                .singleElement()
                .satisfies(alert -> assertThat(alert.monitor()).isEqualTo(monitor));
    }

    @Test
    void theLivePartIsTheSameWithoutThePageAroundIt() {
        Document page = ReadPage.officers("/measures/CNS?clinic=" + clinic);
        Element live = page.selectFirst("#measure");

        Document fragment = ReadPage.officers(live.attr("hx-get"));

        assertThat(live.attr("hx-get")).isEqualTo("/measures/CNS/live?clinic=%s&unit=FIRST_COURSE".formatted(clinic));
        assertThat(ReadPage.words(fragment.body())).isEqualTo(ReadPage.words(live));
        assertThat(live.select("form")).as("what is typed is never replaced").isEmpty();
    }

    @Test
    void theLastPointOfTheEvidenceIsWhatTheMonitorWasJudgedToBe() {
        List<String> lines = ReadPage.file("/measures/CNS/evidence.csv?clinic=" + clinic, "text/csv")
                .lines()
                .toList();

        JsonPath comparison =
                officer("/api/comparisons").setRootPath("find { it.monitor == 'table9-cns@%s' }".formatted(clinic));
        assertThat(lines)
                .hasSize(3)
                .first()
                .asString()
                .startsWith("monitor,measure,filters,unit,week,ln_e,threshold_e");
        String[] last = lines.getLast().split(",");
        assertThat(last[0]).isEqualTo("table9-cns@" + clinic);
        assertThat(Double.parseDouble(last[5])).isCloseTo(comparison.getDouble("lnE"), within(1e-5));
        assertThat(Double.parseDouble(last[6])).isCloseTo(comparison.getDouble("threshold"), within(1e-2));
    }

    @Test
    void filesSayUnitNumeratorDenominatorAndPeriod() {
        String query = "?unit=FIRST_COURSE&clinic=" + clinic;

        assertThat(ReadPage.file("/measures/CNS/weekly.csv" + query, "text/csv")
                        .lines()
                        .skip(1)
                        .toList())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("CNS,clinic=%s,FIRST_COURSE,2026-W38,3,50,5,0.06,".formatted(clinic));
        assertThat(ReadPage.file("/measures/CNS/terms.csv" + query, "text/csv")
                        .lines()
                        .skip(1)
                        .toList())
                .first()
                .asString()
                .startsWith(
                        "CNS,dizziness,clinic=%s,FIRST_COURSE,weeks 2026-W38 to 2026-W40,32,140,".formatted(clinic));
        assertThat(ReadPage.file("/measures/CNS/studies.csv" + query, "text/csv"))
                .contains("\r\ntable9-cns,", ",43,140,FIRST_COURSE,clinic=" + clinic);
        for (String picture : List.of("weekly", "evidence", "studies")) {
            assertThat(ReadPage.file("/measures/CNS/%s.svg%s".formatted(picture, query), "image/svg+xml"))
                    .startsWith("<svg xmlns=")
                    .contains("<title id=\"title\">", "first courses")
                    .doesNotContain("var(--");
        }
    }

    @Test
    void weeksAndOtherFiltersNarrowWhatIsShown() {
        Document page = ReadPage.officers(
                "/measures/CNS?clinic=%s&from=2026-W40&route=INTRAVENOUS&doseBand=FROM_0_5_TO_1".formatted(clinic));

        assertThat(rows(page, "weekly-table")).containsExactly("2026-W40 40 of 90 44.4 % 34.0 % to 55.3 % 0");
        assertThat(words(page, "evidence"))
                .contains("No monitor at work watches exactly this")
                .contains("Watched of this measure:");
        assertThat(page.select("#from").val()).isEqualTo("2026-W40");
        assertThat(page.select("#route option[selected]").val()).isEqualTo("INTRAVENOUS");
        assertThat(ReadPage.links(page)).contains("/measures/CNS?clinic=%s&unit=FIRST_COURSE".formatted(clinic));
    }

    @Test
    void whatNobodyCountedIsSaidToBeEmpty() {
        Document page = ReadPage.officers("/measures/CNS?clinic=nobody-" + UUID.randomUUID());

        assertThat(words(page, "weekly")).contains("No exposure matches");
        assertThat(page.select("#weekly-table")).isEmpty();
        assertThat(ReadPage.links(page)).noneMatch(link -> link.contains("weekly.svg"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            unit=PATIENT                    | 400 | unit    | PATIENT  | expected SESSION, COURSE, FIRST_COURSE, found PATIENT
            route=NASAL                     | 400 | route   | NASAL    | found NASAL
            from=yesterday                  | 400 | from    | yesterday| expected an ISO week such as 2026-W47, found yesterday
            from=2026-W40&to=2026-W10       | 422 | from    | 2026-W40 | expected a week not after to
            """)
    void aManipulatedFilterIsNamedInPlaceAndWhatWasStatedIsKept(
            String query, int status, String field, String value, String message) {
        Document page = ReadPage.read("/measures/CNS?" + query, Tokens.officer(), status);

        assertThat(page.select("[role=alert]").text()).contains("cannot be shown as it was asked for");
        Element wrong = page.selectFirst("[name=" + field + "]");
        assertThat(wrong.attr("aria-invalid")).isEqualTo("true");
        assertThat(wrong.is("select") ? wrong.select("option[selected]").val() : wrong.val())
                .isEqualTo(value);
        assertThat(page.getElementById(wrong.attr("aria-describedby")).text()).contains(message);
        assertThat(page.select("#measure")).as("no figures of something else").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"clinics=north", "by=clinic", "measure=GI"})
    void aFilterThatThereIsNotIsNamed(String query) {
        Document page = ReadPage.read("/measures/CNS?" + query, Tokens.officer(), 400);

        assertThat(page.select("[role=alert] li").text())
                .startsWith(query.split("=")[0] + ": unknown parameter; expected one of ");
    }

    @Test
    void wordsOfAnAddressAreNoScript() {
        String page = given().auth()
                .oauth2(Tokens.officer())
                .queryParam("route", "<script>alert(1)</script>")
                .get("/measures/CNS")
                .asString();

        assertThat(page).doesNotContain("<script>alert").contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/measures/no-such-thing",
                "/measures/CNS/nothing.pdf",
                "/measures/CNS/evidence.svg?clinic=nobody"
            })
    void whatThereIsNotAnswers404(String path) {
        given().auth()
                .oauth2(Tokens.officer())
                .get(path)
                .then()
                .statusCode(404)
                .contentType(containsString("application/problem+json"));
    }

    @Test
    void aPersonIsToldInWordsThatThereIsNoSuchMeasure() {
        Document page = ReadPage.read("/measures/no-such-thing", Tokens.officer(), 404);

        assertThat(page.select("[role=alert]").text()).isEqualTo("There is no measure no-such-thing.");
        assertThat(ReadPage.links(page)).contains("/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ANY", "SERIOUS", "OTHER", "nausea-or-vomiting", "dizziness", "HEPATIC"})
    void everyMeasureHasAPage(String measure) {
        Document page = ReadPage.officers("/measures/" + measure);

        assertThat(page.select("nav[aria-label=Measures] [aria-current=page]")).hasSize(1);
    }

    private static List<String> rows(Document page, String details) {
        return page.select("#" + details + " tbody tr").eachText();
    }

    private static String words(Document page, String heading) {
        return ReadPage.words(page.getElementById(heading).parent())
                .replace(" ,", ",")
                .replace(" .", ".");
    }

    private static List<String> alerts() {
        return officer("/api/alerts").getList("monitor");
    }

    private static JsonPath post(String path, String body) {
        return given().auth()
                .oauth2(Tokens.officer())
                .contentType("application/json")
                .body(body)
                .post(path)
                .then()
                .statusCode(oneOf(200, 201))
                .extract()
                .jsonPath();
    }

    private static JsonPath officer(String path) {
        return given().auth()
                .oauth2(Tokens.officer())
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
