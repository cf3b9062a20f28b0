package io.dripline.reporting.dashboard.clinics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import io.dripline.contracts.incidence.CellShare;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.ClinicWeekRecords;
import io.dripline.reporting.PublishShares;
import io.dripline.reporting.Servers;
import io.dripline.reporting.Shares;
import io.dripline.reporting.Tokens;
import io.dripline.reporting.dashboard.ReadPage;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clinics beside one another: nine alike and one far off, in a year of which no other test counts anything. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class ClinicsPageTest {

    private static final int ALIKE = 9;

    /** The same for all tests: what is published again is known already. */
    private static final String PREFIX = "beside-" + UUID.randomUUID() + "-";

    private static final String WEEK = "2017-W20";
    private static final String WEEKS = "from=%1$s&to=%1$s".formatted(WEEK);

    @BeforeEach
    void nineAlikeAndOneFarOff() {
        List<CellShare> shares = new ArrayList<>();
        for (int i = 0; i < ALIKE; i++) {
            shares.add(Shares.share(
                    1,
                    1,
                    Shares.cell(Unit.FIRST_COURSE, WEEK, PREFIX + i),
                    100,
                    0,
                    Map.of("ANY", 9L + i % 3, "CNS", 5L)));
        }
        shares.add(Shares.share(
                1, 1, Shares.cell(Unit.FIRST_COURSE, WEEK, PREFIX + "far"), 100, 0, Map.of("ANY", 70L, "CNS", 60L)));
        shares.add(Shares.share(1, 1, Shares.cell(Unit.SESSION, WEEK, PREFIX + "far"), 400, 20, Map.of("ANY", 120L)));
        PublishShares.inOneTransaction(shares.toArray(CellShare[]::new));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(api("/api/funnel?measure=ANY&unit=FIRST_COURSE&" + WEEKS)
                                .getList("rows.clinic", String.class))
                        .contains(PREFIX + "far"));
    }

    @Test
    void showsEachClinicBesideTheOthersWithItsIntervalAndItsQuality() {
        Document page = ReadPage.officers("/clinics?measure=CNS&" + WEEKS);
        JsonPath funnel = api("/api/funnel?measure=CNS&unit=FIRST_COURSE&" + WEEKS);

        assertThat(page.select("nav[aria-label=Pages] [aria-current=page]").text())
                .isEqualTo("Clinics");
        assertThat(ReadPage.words(page.getElementById("funnel").parent()))
                .contains("Central nervous system, all clinics, first courses, weeks %s to %s.".formatted(WEEK, WEEK));
        assertThat(page.select("#funnel-table tbody tr")).hasSameSizeAs(funnel.getList("rows"));
        assertThat(row(page, "far"))
                .contains("▲ Above the outer limit", "60.0 % 60 of 100 first courses", "49.7 % to 69.7 %")
                .contains("5.0 % 20 of 400 sessions", "none known", WEEK + " ");
        assertThat(row(page, "0"))
                .contains("● Within the limits", "5.0 % 5 of 100 first courses", "no session matches");
        assertThat(page.select("svg path.limit")).as("two limits, both ways").hasSize(4);
        assertThat(page.select("svg path.point.EXCEEDS title").eachText())
                .anySatisfy(tip -> assertThat(tip).startsWith(PREFIX + "far: 60.0 % (60 of 100 first courses)"));
        assertThat(ReadPage.links(page))
                .contains("/measures/CNS?clinic=%sfar&from=%s&to=%s&unit=FIRST_COURSE".formatted(PREFIX, WEEK, WEEK));
    }

    @Test
    void saysHowCompletePostingIsAndWhenItWasLast() {
        IsoWeek last = IsoWeek.of(LocalDate.now(ZoneOffset.UTC)).plus(-3);
        String clinic = PREFIX + "posted";
        PublishShares.inOneTransaction(Shares.share(1, 1, Shares.cell(Unit.SESSION, last.toString(), clinic), 4, 0));
        ClinicWeekRecords.publish(
                ClinicWeekRecords.week(clinic, last.toString(), 1, 4, 4),
                ClinicWeekRecords.week(clinic, last.plus(-1).toString(), 1, 5, 3));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(row(ReadPage.officers("/clinics"), "posted"))
                        .contains("no exposure matches", "1 of 2", last + " 3 weeks ago"));
    }

    @Test
    void theLivePartIsTheSameAndHoldsNoForm() {
        Document page = ReadPage.officers("/clinics?" + WEEKS);
        Element live = page.selectFirst("#clinics");

        Document fragment = ReadPage.officers(live.attr("hx-get"));

        assertThat(live.attr("hx-get"))
                .isEqualTo("/clinics/live?from=%s&measure=ANY&to=%s&unit=FIRST_COURSE".formatted(WEEK, WEEK));
        assertThat(ReadPage.words(fragment.body())).isEqualTo(ReadPage.words(live));
        assertThat(live.select("form")).isEmpty();
    }

    @Test
    void filesSayUnitNumeratorDenominatorAndPeriod() {
        String csv = ReadPage.file("/clinics/clinics.csv?measure=CNS&" + WEEKS, "text/csv");
        String svg = ReadPage.file("/clinics/funnel.svg?measure=CNS&" + WEEKS, "image/svg+xml");

        assertThat(csv.lines().toList())
                .first()
                .asString()
                .startsWith("clinic,measure,filters,unit,period,affected,exposed,possible,rate,");
        assertThat(csv.lines().filter(line -> line.startsWith(PREFIX + "far,")).toList())
                .singleElement()
                .asString()
                .startsWith("%sfar,CNS,,FIRST_COURSE,weeks %s to %s,60,100,60,0.6,".formatted(PREFIX, WEEK, WEEK))
                .contains(",ABOVE,20,400,,,", "," + WEEK + ",");
        assertThat(svg)
                .contains("<title id=\"title\">Clinics beside one another: Central nervous system")
                .contains("exposed first courses")
                .doesNotContain("var(--");
    }

    @Test
    void oneClinicAloneIsNotCompared() {
        String alone = "2016-W20";
        PublishShares.inOneTransaction(Shares.share(1, 1, Shares.cell(Unit.COURSE, alone, PREFIX + "alone"), 30, 3));
        String query = "?unit=COURSE&route=INTRAVENOUS&from=%s&to=%s".formatted(alone, alone);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(row(ReadPage.officers("/clinics" + query), "alone"))
                        .contains("○ Not compared", "3 of 30 courses"));
        Document page = ReadPage.officers("/clinics" + query);
        assertThat(page.select("#funnel-remark").text()).startsWith("A funnel compares at least two clinics");
        assertThat(page.select("svg path.limit")).isEmpty();
        assertThat(page.select("#route option[selected]").val()).isEqualTo("INTRAVENOUS");
    }

    @Test
    void whatNobodyCountedIsSaidToBeEmpty() {
        Document page = ReadPage.officers("/clinics?from=2001-W01&to=2001-W02");

        assertThat(ReadPage.words(page.getElementById("funnel").parent())).contains("No exposure matches");
        assertThat(ReadPage.links(page)).noneMatch(link -> link.contains("funnel.svg"));
        assertThat(row(page, "far")).contains("○ Not compared", "no exposure matches");
        given().auth()
                .oauth2(Tokens.officer())
                .get("/clinics/funnel.svg?from=2001-W01&to=2001-W02")
                .then()
                .statusCode(404)
                .contentType(containsString("application/problem+json"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            measure=nothing           | 400 | measure | nothing   | found nothing
            unit=PATIENT              | 400 | unit    | PATIENT   | expected SESSION, COURSE, FIRST_COURSE, found PATIENT
            route=NASAL               | 400 | route   | NASAL     | found NASAL
            from=yesterday            | 400 | from    | yesterday | expected an ISO week such as 2026-W47, found yesterday
            from=2026-W40&to=2026-W10 | 422 | from    | 2026-W40  | expected a week not after to
            """)
    void aManipulatedFilterIsNamedInPlaceAndWhatWasStatedIsKept(
            String query, int status, String field, String value, String message) {
        Document page = ReadPage.read("/clinics?" + query, Tokens.officer(), status);

        Element wrong = page.selectFirst("[name=" + field + "]");
        assertThat(wrong.attr("aria-invalid")).isEqualTo("true");
        assertThat(wrong.is("select") ? wrong.select("option[selected]").val() : wrong.val())
                .isEqualTo(value);
        assertThat(page.getElementById(wrong.attr("aria-describedby")).text()).contains(message);
        assertThat(page.select("#clinics")).as("no figures of something else").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"clinic=north", "by=week"})
    void aFilterThatThereIsNotIsNamed(String query) {
        Document page = ReadPage.read("/clinics?" + query, Tokens.officer(), 400);

        assertThat(page.select("[role=alert] li").text()).startsWith(query.split("=")[0] + ": unknown parameter");
    }

    @Test
    void anAuditorSeesItAndAClinicDoesNot() {
        ReadPage.read("/clinics?" + WEEKS, Tokens.auditor(), 200);
        for (String path : List.of("/clinics", "/clinics/live", "/clinics/funnel.svg", "/clinics/clinics.csv")) {
            given().auth()
                    .oauth2(Tokens.clinic(PREFIX + "far"))
                    .get(path)
                    .then()
                    .statusCode(403);
        }
    }

    private static String row(Document page, String clinic) {
        return ReadPage.words(
                page.selectFirst("table.cards tr:has(th a:matchesOwn(^%s%s$))".formatted(PREFIX, clinic)));
    }

    private static JsonPath api(String path) {
        return given().auth()
                .oauth2(Tokens.officer())
                .urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
