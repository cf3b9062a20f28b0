package io.dripline.reporting.dashboard.clinic;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import io.dripline.contracts.incidence.CellShare;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.ClinicWeekRecords;
import io.dripline.reporting.IntakeDoor;
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
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A clinic's own page as its people read it. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class ClinicPageTest {

    private final String clinic = "own-page-" + UUID.randomUUID();
    private final String token = Tokens.clinic(clinic);

    @BeforeEach
    void anExcess() {
        IntakeDoor.forget();
        PublishShares.inOneTransaction(Shares.share(1, 1, Shares.cell(Unit.FIRST_COURSE, "2026-W40", clinic), 140, 60));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> given().auth()
                                .oauth2(token)
                                .get("/api/alerts")
                                .path("find { it.monitor == 'table9-cns@%s' }?.id".formatted(clinic))
                        != null);
    }

    @AfterEach
    void forget() {
        IntakeDoor.forget();
    }

    @Test
    void whoeverSignsInForAClinicIsLedToItsOwnPage() {
        given().auth()
                .oauth2(token)
                .redirects()
                .follow(false)
                .get("/")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/clinic"));

        Document page = ReadPage.read("/clinic", token, 200);

        assertThat(page.title()).isEqualTo("Dripline · Your clinic");
        assertThat(page.select("nav[aria-label=Pages] [aria-current=page]").text())
                .isEqualTo("Your clinic");
        assertThat(ReadPage.links(page))
                .as("nothing that it may not open")
                .allMatch(link -> link.matches("/|/clinic(/.*)?|/sign-out|/favicon.svg|/glossary.*"));
    }

    @Test
    void showsItsRatesWithTheirIntervalsAgainstThePublishedOnes() {
        Document page = ReadPage.read("/clinic", token, 200);

        assertThat(page.select("h1").text()).isEqualTo("▲ 1 alert is open at %s.".formatted(clinic));
        assertThat(page.select(".alerts li").text())
                .contains("60 of 140 first courses (42.9 %), published 4–8 %.", "Nobody has acknowledged it yet.");
        assertThat(page.select("table.systems tbody th").eachText())
                .containsExactly(
                        "Any adverse event",
                        "Central nervous system",
                        "Gastrointestinal",
                        "Cardiovascular",
                        "Hepatic",
                        "Urogenital");
        Element cns = page.select("table.systems tbody tr").get(1);
        assertThat(cns.select("[data-label=Verdict]").text()).startsWith("▲ Exceeds the literature");
        assertThat(ReadPage.words(cns.selectFirst("[data-label=Yours]")))
                .isEqualTo("42.9 % 60 of 140, 34.5 % to 51.5 %");
        assertThat(ReadPage.words(cns.selectFirst("[data-label=Published]"))).startsWith("4–8 % Yang et al., Table 9");
        assertThat(page.text()).contains("weeks 2026-W40 to 2026-W40");
    }

    /** More of them than of any clinic that other tests report. */
    @Test
    void showsTheRateOfAllOthersTogetherAndNotOfItself() {
        PublishShares.inOneTransaction(IntStream.rangeClosed(1, 5)
                .mapToObj(i -> Shares.share(
                        1, 1, Shares.cell(Unit.FIRST_COURSE, "2026-W40", clinic + "-other-" + i), 8000, 400))
                .toArray(CellShare[]::new));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            JsonPath all = given().auth()
                    .oauth2(Tokens.officer())
                    .get("/api/incidence?measure=CNS&unit=FIRST_COURSE")
                    .jsonPath();
            double others = (all.getDouble("rows[0].affected") - 60) / (all.getDouble("rows[0].exposed") - 140);
            assertThat(others).isLessThan(0.4);
            assertThat(ReadPage.read("/clinic", token, 200)
                            .select("table.systems tbody tr")
                            .get(1)
                            .select("[data-label='Other clinics']")
                            .text())
                    .isEqualTo("about %d %%".formatted(Math.round(100 * others)));
        });
    }

    @Test
    void theLivePartIsTheSameAndAsksIntakeNothing() {
        Document page = ReadPage.read("/clinic", token, 200);
        Element live = page.selectFirst("#rates");
        IntakeDoor.forget();

        Document fragment = ReadPage.read(live.attr("hx-get"), token, 200);

        assertThat(ReadPage.words(fragment.body())).isEqualTo(ReadPage.words(live));
        assertThat(IntakeDoor.asked()).isEmpty();
    }

    @Test
    void asksIntakeByThePersonsOwnTokenAndSaysWhatIsMissing() {
        // Last week may not be over everywhere yet.
        IsoWeek week = lastWeek().plus(-1);
        LocalDate monday = week.monday();
        IntakeDoor.record("GET /tallies", 200, """
                [{"date": "%s", "sessionsPerformed": 14, "sessionsPosted": 12, "laterField": 1},
                 {"date": "%s", "sessionsPerformed": null, "sessionsPosted": 1}]
                """.formatted(monday, monday.plusDays(1)));

        Document page = ReadPage.read("/clinic", token, 200);

        Element row = page.select("tr:has(th:containsOwn(%s))".formatted(week)).first();
        assertThat(row.select("[data-label=Performed]").text()).isEqualTo("14");
        assertThat(row.select("[data-label=Posted]").text()).isEqualTo("13");
        assertThat(row.select(".posting.MISSING").text())
                .isEqualTo("▲ 2 sessions are not posted; 6 days have no tally");
        assertThat(row.select("details li").eachText())
                .hasSize(7)
                .first()
                .asString()
                .contains("14 performed, 12 posted");
        assertThat(page.select("[role=alert]")).isEmpty();
        assertThat(IntakeDoor.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.authorization()).isEqualTo("Bearer " + token);
            assertThat(asked.query()).startsWith("from=").contains("&to=");
        });
    }

    @Test
    void aWeekThatReportingCountsAsClosedIsComplete() {
        IsoWeek week = lastWeek().plus(-2);
        PublishShares.inOneTransaction(Shares.share(1, 1, Shares.cell(Unit.SESSION, week.toString(), clinic), 5, 0));
        ClinicWeekRecords.publish(ClinicWeekRecords.week(clinic, week.toString(), 1, 5, 5));
        IntakeDoor.record(
                "GET /tallies",
                200,
                "[%s]"
                        .formatted(String.join(
                                ",",
                                week.monday()
                                        .datesUntil(week.monday().plusDays(7))
                                        .map(date ->
                                                "{\"date\": \"%s\", \"sessionsPerformed\": %2$d, \"sessionsPosted\": %2$d}"
                                                        .formatted(date, date.equals(week.monday()) ? 5 : 0))
                                        .toList())));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(ReadPage.read("/clinic", token, 200)
                                .select("tr:has(th:containsOwn(%s)) .posting".formatted(week))
                                .text())
                        .isEqualTo("● complete"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            503 |    0 | Intake does not answer at the moment. Try again in a minute.
            401 |    0 | Your session is over. Sign in again in another window, then send this once more.
            429 |    0 | Your clinic sends more than intake takes at once. Try again in a minute.
            403 |    0 | Intake does not let you in (403). Ask whoever runs Dripline.
            200 | 4000 | Intake does not answer at the moment. Try again in a minute.
            """)
    void whileIntakeDoesNotTellItSaysSoAndShowsTheRatesAllTheSame(int status, long delay, String why) {
        IntakeDoor.record("GET /tallies", status, delay, "[]");

        Document page = ReadPage.read("/clinic", token, 200);

        assertThat(page.select("[role=alert]").text()).isEqualTo("Tallies cannot be shown. " + why);
        assertThat(page.select("[data-label=Yours]").stream().map(ReadPage::words))
                .contains("42.9 % 60 of 140, 34.5 % to 51.5 %");
        assertThat(page.select("[data-label=Performed]").eachText()).containsOnly("–");
    }

    @Test
    void aTokenThatDoesNotSayWhichClinicIsToldSoInWords() {
        Document page = ReadPage.read("/clinic", Tokens.sign(Map.of(), "clinic"), 403);

        assertThat(page.select("[role=alert]").text()).contains("no claim clinic_id");
    }

    @Test
    void officersHavePagesOfEveryClinicAndNotThisOne() {
        given().auth()
                .oauth2(Tokens.officer())
                .get("/clinic")
                .then()
                .statusCode(403)
                .contentType(containsString("application/problem+json"));
    }

    private static IsoWeek lastWeek() {
        return IsoWeek.of(LocalDate.now(ZoneOffset.UTC)).plus(-1);
    }
}
