package io.dripline.reporting.dashboard.periodic;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.startsWith;

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
import io.restassured.response.Response;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A clinic's autumn in one document: counts, an alert with what was decided, how complete it is. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class PeriodicReportTest {

    private static final String REASON = "The bolus was changed & <nobody> said so.";

    private final IsoWeek thisWeek = IsoWeek.of(LocalDate.now(ZoneOffset.UTC));
    private final long weeks = new IsoWeek(2026, 38).weeksUntil(thisWeek) + 1;
    private final String clinic = "reported-" + UUID.randomUUID();
    private final String period = "from=2026-W38&to=%s&clinic=%s".formatted(thisWeek, clinic);

    @BeforeEach
    void anAutumn() {
        PublishShares.inOneTransaction(
                Shares.share(
                        1,
                        1,
                        Shares.cell(Unit.FIRST_COURSE, "2026-W38", clinic),
                        50,
                        2,
                        Map.of("ANY", 4L, "CNS", 3L, "sedation", 3L, "GI", 2L, "nausea", 2L)),
                Shares.share(
                        1,
                        1,
                        Shares.cell(Unit.FIRST_COURSE, "2026-W40", clinic),
                        90,
                        0,
                        Map.of("ANY", 41L, "CNS", 40L, "sedation", 40L)),
                Shares.share(1, 1, Shares.cell(Unit.SESSION, "2026-W40", clinic), 200, 0, Map.of("ANY", 50L)));
        ClinicWeekRecords.publish(ClinicWeekRecords.week(clinic, "2026-W40", 1, 200, 200));
        await().atMost(Duration.ofSeconds(20)).until(() -> alert() != null);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(words(pdf(period)))
                        .contains(clinic
                                + " 1 of %1$d %2$s %% %3$d"
                                        .formatted(weeks, Math.round(1000.0 / weeks) / 10.0, weeks - 1)));
    }

    @Test
    void holdsWhatWasCountedBesideWhatWasPublished() {
        String words = words(pdf(period));

        assertThat(words)
                .contains("weeks 2026-W38 to %s (14 September 2026 to".formatted(thisWeek))
                .contains("Sessions with clinic: %s. Counted as first courses.".formatted(clinic))
                .contains("200 sessions, 0 courses, 140 first courses.")
                .contains("Central nervous system 30.7 %, 43 of 140", "23.2 % to 39.1 %", "2 await coding")
                .contains("4-8%, mostly transient Yang et al., Table 9", "above this figure")
                .contains("Gastrointestinal 1.4 %, 2 of 140")
                .contains("Central nervous system Sedation 43 of 140 30.7 %")
                .contains("Gastrointestinal Nausea 2 of 140 1.4 %")
                .contains("at most 5 %");
    }

    @Test
    void tellsOfTheAlertAndWhatWasDecided() {
        assertThat(words(pdf(period)))
                .contains(
                        "1 alert about these sessions or a part of them raised, decided on, or open at the end; open at the end: 1.")
                .contains("Central nervous system, " + clinic)
                .contains(
                        "43 of 140 first courses (30.7 %), counted from week 2026-W",
                        "until it was raised; high since week 2026-W40; E reached",
                        "against a null of 8 %, an alert needs");
        step("acknowledgement", "{}");
        step("assessment", "{\"assessment\": \"EXPLAINED\", \"reason\": \"%s\"}".formatted(REASON));
        step("closure", "{\"reason\": \"Changed back:\\n- the pump\\n- the list\"}");

        assertThat(words(pdf(period)))
                .contains(
                        "1 alert about these sessions or a part of them raised, decided on, or open at the end; open at the end: none.")
                .contains("Assessed as explained", REASON, "Changed back:");
        assertThat(text(pdf(period)).lines().map(String::strip))
                .as("a reason keeps its lines")
                .contains("- the pump", "- the list");
        assertThat(words(pdf("from=2026-W38&to=2026-W40&clinic=" + clinic)))
                .as("settled, and nothing was done in that period")
                .contains(
                        "No alert about these sessions or a part of them was raised, decided on, or open at the end.");
    }

    @Test
    void theSameDataGiveTheSameDocumentAndOthersAnother() {
        // An alert that was raised before its week was known to be complete is judged once more.
        await().atMost(Duration.ofSeconds(20)).until(() -> "HOLDS".equals(promise()));
        byte[] first = pdf(period);

        assertThat(pdf(period)).isEqualTo(first);

        PublishShares.inOneTransaction(
                Shares.share(1, 2, Shares.cell(Unit.FIRST_COURSE, "2026-W38", clinic), 51, 0, Map.of("ANY", 4L)));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(words(pdf(period))).contains("141 first courses."));
        assertThat(pdf(period)).isNotEqualTo(first);
    }

    @Test
    void thePageLeadsToTheReportOfWhatItShows() {
        Document page = ReadPage.officers("/reports?" + period);

        assertThat(page.select("nav[aria-label=Pages] [aria-current=page]").text())
                .isEqualTo("Periodic report");
        assertThat(page.select("#report-heading").parents().first().text())
                .contains(
                        "200 sessions, 0 courses, 140 first courses.",
                        "1 of %d clinic-weeks are closed".formatted(weeks));
        String address = page.select("a[href^=/reports/periodic.pdf]").attr("href");
        assertThat(address).contains("from=2026-W38", "clinic=" + clinic);
        assertThat(words(pdf(address.substring(address.indexOf('?') + 1)))).contains("140 first courses.");
    }

    @Test
    void withoutAWeekThePageShowsTheLastQuarterThatIsOver() {
        Document page = ReadPage.officers("/reports");

        assertThat(page.select("input[name=from]").val())
                .isEqualTo(thisWeek.plus(-13).toString());
        assertThat(page.select("input[name=to]").val())
                .isEqualTo(thisWeek.plus(-1).toString());
        assertThat(page.select("#report-heading").text())
                .isEqualTo("Report of weeks %s to %s".formatted(thisWeek.plus(-13), thisWeek.plus(-1)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            from=2026-W38&to=2026-W37         | 422 | expected a week not after to, found 2026-W38 after 2026-W37
            from=2026-W38&to=9999-W52         | 422 | or one before, found 9999-W52
            from=2026-W38                     | 400 | expected an ISO week such as 2026-W13, found nothing
            from=2026-W99&to=2026-W99         | 400 | expected an ISO week such as 2026-W47, found 2026-W99
            from=2026-W38&to=2026-W40&until=1 | 400 | unknown parameter
            """)
    void whatCannotBeReportedIsSaidInPlaceAndKept(String query, int status, String message) {
        Document page = ReadPage.read("/reports?" + query, Tokens.officer(), status);

        assertThat(page.text()).contains("cannot be reported as it was asked for", message);
        assertThat(page.select("input[name=from]").val()).isEqualTo(query.substring(5, 13));
        assertThat(page.select("#report-heading")).isEmpty();
        given().auth()
                .oauth2(Tokens.officer())
                .get("/reports/periodic.pdf?" + query)
                .then()
                .statusCode(status);
    }

    @Test
    void aPeriodMayBeAllOfTime() {
        assertThat(words(pdf("from=0001-W01&to=%s&clinic=%s".formatted(thisWeek, clinic))))
                .contains("140 first courses.");
    }

    private String alert() {
        return JsonPath.from(given().auth()
                        .oauth2(Tokens.officer())
                        .get("/api/alerts")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .getString("find { it.monitor == 'table9-cns@%s' }?.id".formatted(clinic));
    }

    /** A promise may be judged anew meanwhile, which makes a version too. */
    private void step(String step, String body) {
        await().atMost(Duration.ofSeconds(10)).until(() -> status(step, body) == 200);
    }

    private int status(String step, String body) {
        String address = "/api/alerts/%s".formatted(alert());
        String version = given().auth().oauth2(Tokens.officer()).get(address).header("ETag");
        return given().auth()
                .oauth2(Tokens.officer())
                .contentType("application/json")
                .header("If-Match", version)
                .body(body)
                .post(address + "/" + step)
                .statusCode();
    }

    private String promise() {
        return given().auth()
                .oauth2(Tokens.officer())
                .get("/api/alerts/%s".formatted(alert()))
                .jsonPath()
                .getString("promise");
    }

    private static byte[] pdf(String query) {
        Response response = given().auth()
                .oauth2(Tokens.officer())
                .urlEncodingEnabled(false)
                .get("/reports/periodic.pdf?" + query);
        response.then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", startsWith("attachment; filename=\"dripline-"));
        return response.asByteArray();
    }

    private static String words(byte[] pdf) {
        return text(pdf).replaceAll("\\s+", " ");
    }

    private static String text(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new AssertionError("no PDF", e);
        }
    }
}
