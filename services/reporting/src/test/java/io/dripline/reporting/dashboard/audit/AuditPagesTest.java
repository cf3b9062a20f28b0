package io.dripline.reporting.dashboard.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dripline.reporting.PeerDoor;
import io.dripline.reporting.Servers;
import io.dripline.reporting.Tokens;
import io.dripline.reporting.audit.DeedKind;
import io.dripline.reporting.audit.LedgerOf;
import io.dripline.reporting.dashboard.ReadPage;
import io.dripline.reporting.ledger.Deeds;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What auditors read of who did what, from this service's own ledger and the described doors of the others. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class AuditPagesTest {

    private static final String FIGURE = "text-most-common-gastrointestinal";
    private static final String REVIEW = "977c0570aa7e76752fb0314ac884f36a8991a0e4928c57ebe0181dd89a2a1dfe";

    @Inject
    Deeds deeds;

    private PeerDoor.Told classification;
    private PeerDoor.Told intake;

    @BeforeEach
    void somebodyGivesANull() {
        classification = PeerDoor.Told.classification();
        classification.nothing();
        intake = PeerDoor.Told.intake();
        intake.nothing();
        given().auth()
                .oauth2(Tokens.officer())
                .contentType("application/json")
                .body("{\"p0\": 0.12, \"reason\": \"Lenient.\"}")
                .put("/api/baselines/%s/null".formatted(FIGURE))
                .then()
                .statusCode(200);
    }

    @AfterEach
    void everyQuestionIsOneThatIsDescribed() {
        classification.asked();
        intake.asked();
    }

    @Test
    void tellsWhatWasDoneInEveryServiceTheLatestFirst() {
        ruled("2999-01-01T00:00:00Z");

        Document page = ReadPage.read("/audit", Tokens.auditor(), 200);

        assertThat(page.select("nav[aria-label=Pages] [aria-current=page]").text())
                .isEqualTo("Audit");
        List<String> lines = page.select("#deeds ~ table tbody tr").eachText();
        assertThat(lines.get(0))
                .contains("1 January 2999", "anna", "Words ruled on", "words under review", "dizziness → nausea");
        assertThat(lines)
                .anySatisfy(line -> assertThat(line)
                        .contains("test", "Null of a figure given", "baseline " + FIGURE, "0.12", "Lenient."));
        assertThat(ReadPage.links(page)).contains("/reviews/" + REVIEW);
        assertThat(ReadPage.officers("/audit?kind=SESSION_CHANGED")
                        .select("#deeds ~ table tbody tr")
                        .text())
                .contains("nurse", "Session changed", "of clinic-north", "version 1 → version 2");
    }

    @Test
    void theHeadOfEachLedgerStandsBelow() {
        await().untilAsserted(() -> {
            Document page = ReadPage.officers("/audit");
            assertThat(page.select("#heads ~ .scroll tbody th").eachText())
                    .containsExactly("reporting", "classification", "intake");
            assertThat(page.select("#heads ~ .scroll code").eachText())
                    .hasSize(3)
                    .satisfies(heads -> assertThat(heads.getFirst()).startsWith("head reporting "))
                    .satisfies(heads -> assertThat(heads.get(1)).startsWith("head classification 8123 "));
            assertThat(page.select("#heads ~ .scroll tbody tr").get(1).text())
                    .contains("8,123", "22 November 2026, 01:02 UTC");
        });
    }

    @Test
    void unlessEverythingIsWantedTheDailyReportsAreLeftOut() {
        ReadPage.officers("/audit");
        ReadPage.officers("/audit?kind=EVERYTHING");

        List<PeerDoor.Asked> asked = intake.asked("GET", "/ledger");
        assertThat(asked.getFirst().query())
                .containsEntry("kind", "SESSION_WITHDRAWN,SESSION_ERASED,WORDS_ERASED")
                .containsEntry("limit", "50");
        assertThat(asked.getLast().query()).containsOnlyKeys("limit");
    }

    @Test
    void filtersStandInTheAddressAndReachEachLedger() {
        String token = Tokens.auditor();

        Document page = ReadPage.read(
                "/audit?who=anna&kind=WORDS_RULED&from=2026-11-01&to=2026-11-30&text=%C3%BCber%20%25", token, 200);

        PeerDoor.Asked asked = classification.asked("GET", "/ledger").getLast();
        assertThat(asked.authorization()).isEqualTo("Bearer " + token);
        assertThat(asked.query())
                .isEqualTo(Map.of(
                        "who", "anna",
                        "kind", "WORDS_RULED",
                        "from", "2026-11-01T00:00:00Z",
                        "to", "2026-12-01T00:00:00Z",
                        "text", "über %",
                        "limit", "50"));
        assertThat(intake.asked()).as("it holds nothing of that kind").isEmpty();
        assertThat(page.select("#who").val()).isEqualTo("anna");
        assertThat(page.select("#kind option[selected]").val()).isEqualTo("WORDS_RULED");
        assertThat(page.select("#from").val()).isEqualTo("2026-11-01");
        assertThat(page.select("#text").val()).isEqualTo("über %");
        assertThat(page.select(".downloads a").attr("href"))
                .isEqualTo(
                        "/audit/deeds.csv?from=2026-11-01&kind=WORDS_RULED&text=%C3%BCber%20%25&to=2026-11-30&who=anna");
    }

    @Test
    void itsOwnLedgerIsFilteredToo() {
        Document page = ReadPage.officers("/audit?kind=NULL_GIVEN&text=MOST-common-gastro&who=test");

        assertThat(page.select("#deeds ~ table tbody tr").eachText())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains("baseline " + FIGURE));
        assertThat(ReadPage.officers("/audit?kind=NULL_GIVEN&who=nobody")
                        .select(".empty")
                        .text())
                .isEqualTo("Nobody did anything like that.");
    }

    @Test
    void theNextPageBeginsBehindTheLastDeedOfEachLedger() {
        ObjectNode page = ruled("2999-01-01T00:00:00Z");
        page.put("next", "8123-7-ruling");
        classification.answers("GET", "/ledger", page);

        String next = ReadPage.officers("/audit?kind=WORDS_RULED")
                .select("a[rel=next]")
                .attr("href");
        Document second = ReadPage.officers(next);

        assertThat(next).isEqualTo("/audit?after=classification-8123-7-ruling&kind=WORDS_RULED");
        assertThat(classification.asked("GET", "/ledger").getLast().query()).containsEntry("after", "8123-7-ruling");
        assertThat(second.select("a[href='/audit?kind=WORDS_RULED']").text()).isEqualTo("The latest");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            from=yesterday                | from   | expected a day, as 2026-11-22
            to=2026-13-01                 | to     | expected a day, as 2026-11-22
            kind=<script>                 | kind   | expected a kind of the list
            text=%00                      | text   | expected at most 200 characters
            who=%0a                       | who    | expected a name of at most 200 characters
            """)
    void aManipulatedFilterIsNamedInPlace(String query, String field, String wrong) {
        Document page = ReadPage.read("/audit?" + query.replace("<", "%3C").replace(">", "%3E"), Tokens.officer(), 400);

        assertThat(page.select(".refused").text()).startsWith("This cannot be listed as it was asked for.");
        assertThat(page.select("#%s-violation".formatted(field)).text()).startsWith(wrong);
        assertThat(page.select("#" + field).attr("aria-invalid")).isEqualTo("true");
        assertThat(page.select("#deeds")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            colour=red             | 400 | colour: unknown parameter
            after=1-1-ruling       | 400 | after: expected what a page named as the next
            who=a&who=b            | 400 | expected once
            """)
    void whatTheFormDoesNotHaveIsNamedToo(String query, int status, String wrong) {
        assertThat(ReadPage.read("/audit?" + query, Tokens.officer(), status).text())
                .contains(wrong);
    }

    @Test
    void daysTheWrongWayRoundAreNamed() {
        Document page = ReadPage.read("/audit?from=2026-11-22&to=2026-11-21", Tokens.officer(), 422);

        assertThat(page.select("#to-violation").text()).startsWith("expected a day that is not before the first");
        assertThat(page.select("#to").val()).isEqualTo("2026-11-21");
    }

    @Test
    void whileAServiceIsAwayTheOthersAreToldAndWhatIsMissingIsNamed() {
        intake.breaks("GET", "/ledger");
        classification.answersAfter("GET", "/ledger", 2_000);

        Document page = ReadPage.officers("/audit");

        assertThat(page.select("[role=alert]").eachText())
                .hasSize(2)
                .allSatisfy(why -> assertThat(why).contains("does not answer, so what it keeps is missing"));
        assertThat(page.select("#deeds ~ table tbody tr").eachText())
                .anySatisfy(line -> assertThat(line).contains("Null of a figure given"));
    }

    @Test
    void allOfThemCanBeTakenAway() {
        ruled("2999-01-01T00:00:00Z");

        List<String> lines =
                ReadPage.file("/audit/deeds.csv", "text/csv").lines().toList();

        assertThat(lines.get(0)).isEqualTo("at,who,kind,subject,before,after,why,ledger,place");
        assertThat(lines.get(1))
                .isEqualTo(
                        "2999-01-01T00:00:00Z,anna,WORDS_RULED,review %s,dizziness,nausea,,classification,8123-7-ruling"
                                .formatted(REVIEW));
        assertThat(lines).anySatisfy(line -> assertThat(line).contains(",NULL_GIVEN,baseline " + FIGURE));
    }

    @Test
    void aFileThatWouldNotBeWholeIsNotGiven() {
        intake.breaks("GET", "/ledger");

        given().auth()
                .oauth2(Tokens.auditor())
                .get("/audit/deeds.csv")
                .then()
                .statusCode(503)
                .contentType(containsString("application/problem+json"))
                .body("detail", containsString("intake"));
    }

    @Test
    void everyKindOfItsOwnLedgerHasWords() {
        assertThat(deeds.kinds())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(DeedKind.values())
                        .filter(kind -> kind.ledger() == LedgerOf.REPORTING)
                        .map(DeedKind::name)
                        .toList());
    }

    @Test
    void aReasonKeepsItsLines() {
        ObjectNode page = ruled("2999-01-01T00:00:00Z");
        ((ObjectNode) page.get("items").get(0)).put("why", "Meant is:\ndizziness.");
        classification.answers("GET", "/ledger", page);

        Element line = ReadPage.officers("/audit").selectFirst("#deeds ~ table tbody tr");

        assertThat(line.selectFirst(".why").wholeText()).isEqualTo("Meant is:\ndizziness.");
    }

    @Test
    void whatALaterVersionTellsIsTold() {
        ObjectNode page = ruled("2999-01-01T00:00:00Z");
        ((ObjectNode) page.get("items").get(0)).put("kind", "WORDS_FORGOTTEN").putNull("before");
        classification.answers("GET", "/ledger", page);

        Element line = ReadPage.officers("/audit").selectFirst("#deeds ~ table tbody tr");

        assertThat(line.text()).contains("WORDS_FORGOTTEN");
    }

    /** From now on classification tells of one ruling at that time. */
    private ObjectNode ruled(String at) {
        ObjectNode page = (ObjectNode) classification.example("GET", "/ledger");
        ObjectNode deed = (ObjectNode) ((ArrayNode) page.get("items")).get(0);
        deed.put("at", at)
                .put("kind", "WORDS_RULED")
                .put("subject", "review " + REVIEW)
                .put("before", "dizziness")
                .put("after", "nausea")
                .putNull("why")
                .put("place", "8123-7-ruling");
        classification.answers("GET", "/ledger", page);
        return page;
    }
}
