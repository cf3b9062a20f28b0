package io.dripline.reporting.dashboard.alert;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.PeerDoor;
import io.dripline.reporting.PublishShares;
import io.dripline.reporting.Servers;
import io.dripline.reporting.Shares;
import io.dripline.reporting.Tokens;
import io.dripline.reporting.cases.BoundedCases;
import io.dripline.reporting.dashboard.ReadPage;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which cases an alert was raised on, against classification's described doors. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class AlertCasesTest {

    private static final String LISTING = "/cases";

    private final String clinic = "listed-" + UUID.randomUUID();
    private PeerDoor.Told classification;
    private String alert = "";
    private String page = "";

    @BeforeEach
    void anAlert() {
        classification = PeerDoor.Told.classification();
        classification.nothing();
        PublishShares.inOneTransaction(
                Shares.share(1, 1, Shares.cell(Unit.FIRST_COURSE, "2026-W38", clinic), 50, 3),
                Shares.share(1, 1, Shares.cell(Unit.FIRST_COURSE, "2026-W40", clinic), 90, 40));
        String find = "find { it.monitor == 'table9-cns@%s' }?.id".formatted(clinic);
        await().atMost(Duration.ofSeconds(20)).until(() -> alerts().getString(find) != null);
        alert = alerts().getString(find);
        page = "/alerts/%s/cases".formatted(alert);
    }

    @AfterEach
    void everyQuestionIsOneThatClassificationDescribes() {
        classification.asked();
        classification.nothing();
    }

    @Test
    void asksForExactlyWhatTheAlertCountedWithTheReadersOwnToken() {
        String token = Tokens.auditor();

        ReadPage.read(page, token, 200);

        assertThat(classification.asked("GET", LISTING)).singleElement().satisfies(asked -> {
            assertThat(asked.authorization()).isEqualTo("Bearer " + token);
            assertThat(asked.query())
                    .containsEntry("measure", "CNS")
                    .containsEntry("unit", "FIRST_COURSE")
                    .containsEntry("clinic", clinic)
                    .containsEntry("from", "2026-W38")
                    .containsEntry("to", "2026-W40")
                    .containsEntry("asOf", alerts().getString("find { it.id == '%s' }.raisedAt".formatted(alert)))
                    .containsEntry("limit", "50")
                    .doesNotContainKey("after");
        });
    }

    @Test
    void tellsOfEachCaseWhenWhatWasGivenAndWhatHappenedInWhichSession() {
        ObjectNode listing = example();
        ObjectNode one = (ObjectNode) listing.at("/items/0");
        String first = one.at("/sessions/0").asText();
        String second = UUID.randomUUID().toString();
        one.put("unit", "COURSE").put("course", 2).put("indication", "OTHER");
        ((ArrayNode) one.get("sessions")).add(UUID.randomUUID().toString()).add(second);
        one.withObjectProperty("plannedDose").put("bolusMgPerKg", 0.2);
        one.withObjectProperty("givenDose").put("totalMg", 1234.5);
        ArrayNode events = (ArrayNode) one.get("events");
        ObjectNode awaiting = events.get(0).deepCopy();
        awaiting.put("session", second).put("words", "went <all> wobbulated").put("awaitingReview", true);
        awaiting.put("outcome", "UNKNOWN")
                .putArray("seriousness")
                .add("LIFE_THREATENING")
                .add("DISABILITY");
        awaiting.putArray("codings");
        ObjectNode erased = awaiting.deepCopy();
        erased.put("awaitingReview", false).putNull("words").remove(List.of("severity", "outcome"));
        erased.putArray("seriousness");
        events.add(awaiting).add(erased);
        classification.answers("GET", LISTING, listing);

        Document shown = ReadPage.officers(page);

        assertThat(shown.select("section[aria-label=Cases] .note").text())
                .startsWith("The alert counted 43 of 140 first courses (30.7 %).");
        assertThat(shown.select("tbody tr")).hasSize(1);
        assertThat(ReadPage.words(shown.select("tbody tr").first()))
                .startsWith("2026-W47 patient 1, course 2, 3 sessions clinic-north"
                        + " intravenous, racemic, planned sessions: single, indication: other"
                        + " bolus 0.2 mg/kg planned, 0.5 mg/kg/h planned, 1234.5 mg given");
        assertThat(shown.select("tbody td:last-child > *").eachText())
                .containsExactly(
                        "session " + first,
                        "“sick x2 after bolus”: Vomiting (Gastrointestinal), mild, recovered",
                        "session " + second,
                        "“went <all> wobbulated”: awaits review, mild, serious: life threatening and disability, outcome unknown"
                                + " Words that were erased: no adverse event");
        assertThat(ReadPage.links(ReadPage.officers("/alerts/" + alert))).contains(page);
    }

    @Test
    void leavesOutWhatIsNotStatedAndWhatTheUnitSays() {
        ObjectNode listing = example();
        ObjectNode one = (ObjectNode) listing.at("/items/0");
        one.put("unit", "FIRST_COURSE").put("formulation", "UNSTATED").remove("plannedDose");
        classification.answers("GET", LISTING, listing);

        assertThat(ReadPage.words(ReadPage.officers(page).select("tbody tr").first()))
                .startsWith("2026-W47 patient 1, 1 session clinic-north"
                        + " intravenous, planned sessions: single session ");
    }

    /** A long number could be taken for one by which a person is looked up; who comes again on a later page keeps the short one. */
    @Test
    void patientsAreNumberedAsTheyAppearAcrossPages() {
        classification.answers("GET", LISTING, listing("behind-two", 4821937465102L, 77L));
        classification.answersBehind("behind-two", "GET", LISTING, listing(null, 9007199254740991L, 77L, 5L));

        Document first = ReadPage.officers(page);
        String next = first.select("a[rel=next]").attr("href");
        Document second = ReadPage.officers(next);

        assertThat(patients(first)).containsExactly("patient 1", "patient 2");
        assertThat(next).isEqualTo(page + "?from=3");
        assertThat(patients(second)).containsExactly("patient 3", "patient 2", "patient 4");
        assertThat(second.select("a[rel=next]")).isEmpty();
        assertThat(second.select("a[href=%s]".formatted(page)).eachText()).contains("The first");
        assertThat(classification.asked("GET", LISTING))
                .extracting(
                        asked -> asked.query().get("after"),
                        asked -> asked.query().get("limit"))
                .containsExactly(tuple(null, "50"), tuple(null, "52"), tuple("behind-two", "50"));
    }

    /** Which is much to look through at once where hardly anybody is affected. */
    @Test
    void anEmptyStretchIsNotWalkedAgain() {
        ObjectNode first = example();
        first.put("next", "sealed-place");
        first.putArray("items");
        classification.answers("GET", LISTING, first);

        Document shown = ReadPage.officers(page);
        String next = shown.select("a[rel=next]").attr("href");
        first.putNull("next");
        classification.answers("GET", LISTING, first);
        Document second = ReadPage.officers(next);

        assertThat(shown.select(".empty").text()).isEqualTo("None lies in this stretch; the next page goes on.");
        assertThat(second.select(".empty").text()).isEqualTo("Nothing lies beyond here.");
        assertThat(next).isEqualTo(page + "?after=sealed-place");
        assertThat(second.select("a[href=%s]".formatted(page)).eachText()).contains("The first");
        assertThat(classification.asked("GET", LISTING).getLast().query()).containsEntry("after", "sealed-place");
    }

    @Test
    void allCasesCanBeTakenAwayAsTheyAreShown() {
        ObjectNode first = listing("behind-two", 4821937465102L, 77L);
        ObjectNode event = (ObjectNode) first.at("/items/0/events/0");
        event.put("words", "=HYPERLINK(\"http://x\"), sick");
        event.putArray("seriousness").add("LIFE_THREATENING").add("DISABILITY");
        ((ObjectNode) first.at("/items/1/events/0"))
                .put("awaitingReview", true)
                .putNull("words")
                .putArray("codings");
        classification.answers("GET", LISTING, first);
        classification.answersBehind("behind-two", "GET", LISTING, listing(null, 4821937465102L));

        List<String> lines = ReadPage.file(page + ".csv", "text/csv").lines().toList();

        Document shown = ReadPage.officers(page);
        assertThat(ReadPage.links(shown)).contains(page + ".csv");
        assertThat(shown.select("a[download]"))
                .as("would save a refusal as the file")
                .isEmpty();
        String raised = alerts().getString("find { it.id == '%s' }.raisedAt".formatted(alert));
        String session = "0199f3a0-0000-7000-8000-000000000001";
        assertThat(lines)
                .containsExactly(
                        "alert,case,patient,course,unit,sessions,week,clinic,route,formulation,regimen,indication,"
                                + "planned_bolus_mg_per_kg,planned_mg_per_kg_per_hour,planned_mg_per_kg,given_total_mg,"
                                + "session,words,terms,categories,awaiting_review,severity,seriousness,outcome,as_of",
                        "%s,1,1,1,SESSION,1,2026-W47,clinic-north,INTRAVENOUS,RACEMIC,SINGLE,UNSTATED,,0.5,,,%s,\"'=HYPERLINK(\"\"http://x\"\"), sick\",vomiting,GI,false,MILD,LIFE_THREATENING;DISABILITY,RECOVERED,%s"
                                .formatted(alert, session, raised),
                        "%s,2,2,1,SESSION,1,2026-W47,clinic-north,INTRAVENOUS,RACEMIC,SINGLE,UNSTATED,,0.5,,,%s,,,,true,MILD,,RECOVERED,%s"
                                .formatted(alert, session, raised),
                        "%s,3,1,1,SESSION,1,2026-W47,clinic-north,INTRAVENOUS,RACEMIC,SINGLE,UNSTATED,,0.5,,,%s,sick x2 after bolus,vomiting,GI,false,MILD,,RECOVERED,%s"
                                .formatted(alert, session, raised));
    }

    /** A file that leaves some out would not show it. */
    @Test
    void noFileIsGivenWhereAPageOfItIsMissing() {
        classification.answers("GET", LISTING, listing("behind-one", 77L));
        classification.breaks("GET", LISTING + "?after=behind-one");

        given().auth()
                .oauth2(Tokens.officer())
                .get(page + ".csv")
                .then()
                .statusCode(503)
                .contentType(containsString("application/problem+json"))
                .body("detail", startsWith("The classification service does not answer"));
    }

    /** Each page asks anew for what lies before it. */
    @Test
    void atMostSoManyAreListedAndBothThePageAndTheFileSayThatThereAreMore() {
        BoundedCases.install(3, Duration.ofSeconds(20));
        classification.answers("GET", LISTING, listing("behind-two", 1, 2));
        classification.answersBehind("behind-two", "GET", LISTING, listing("behind-three", 3));

        Document first = ReadPage.officers(page);
        Document second = ReadPage.officers(first.select("a[rel=next]").attr("href"));

        String more = "There are more than the 3 cases that are listed here";
        assertThat(first.select(".note").eachText()).noneMatch(note -> note.startsWith(more));
        assertThat(patients(second)).containsExactly("patient 3");
        assertThat(second.select(".note").eachText()).anyMatch(note -> note.startsWith(more));
        assertThat(second.select("a[rel=next]")).isEmpty();
        ReadPage.read(page + "?from=4", Tokens.officer(), 400);
        given().auth()
                .oauth2(Tokens.officer())
                .get(page + ".csv")
                .then()
                .statusCode(422)
                .body("detail", startsWith(more));
        assertThat(classification.asked("GET", LISTING))
                .extracting(asked -> asked.query().get("limit"))
                .containsExactly("3", "3", "1", "3", "1");
    }

    /** Classification gives an answer after seconds, found somebody or not. */
    @Test
    void whatLiesBeforeIsLookedThroughForSoLongAndNoLonger() {
        BoundedCases.install(100, Duration.ZERO);
        classification.answers("GET", LISTING, listing("behind-one", 1));

        String why = "Looking through the cases took longer than 0 s";
        assertThat(patients(ReadPage.officers(page))).containsExactly("patient 1");
        assertThat(ReadPage.read(page + "?from=2", Tokens.officer(), 503)
                        .select("[role=alert]")
                        .text())
                .startsWith(why);
        given().auth()
                .oauth2(Tokens.officer())
                .get(page + ".csv")
                .then()
                .statusCode(503)
                .body("detail", startsWith(why));
        assertThat(classification.asked("GET", LISTING)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "20001", "100000", "two"})
    void aPlaceThatNoPageNamesIsRefused(String from) {
        assertThat(ReadPage.read(page + "?from=" + from, Tokens.officer(), 400)
                        .select("[role=alert]")
                        .text())
                .startsWith("This address is of no page of this listing any more.");
    }

    @Test
    void saysSoWhereNoneIsStored() {
        ObjectNode none = example();
        none.putArray("items");
        classification.answers("GET", LISTING, none);

        assertThat(ReadPage.officers(page).select(".empty").text()).isEqualTo("None was stored by then.");
    }

    @ParameterizedTest
    @CsvSource({"400, expected what a page named as next", "422, expected that of the page before"})
    void anAddressOfNoPageIsRefusedInPlace(int status, String why) {
        refuses(status, "after", why);

        Document shown = ReadPage.read(page + "?after=nonsense", Tokens.officer(), status);

        assertThat(shown.select("[role=alert]").text())
                .isEqualTo("This address is of no page of this listing any more.");
        assertThat(shown.select("a[href=%s]".formatted(page)).text()).isEqualTo("Try again from the first");
    }

    @Test
    void aClockThatIsBehindIsToldOf() {
        refuses(422, "asOf", "expected a time that is past");

        assertThat(ReadPage.read(page, Tokens.officer(), 422)
                        .select("[role=alert]")
                        .text())
                .startsWith("The clock of the classification service is behind");
    }

    @Test
    void whoIsNotLetInReadsThat() {
        refuses(403, "role", "none that may");

        assertThat(ReadPage.read(page, Tokens.officer(), 403)
                        .select("[role=alert]")
                        .text())
                .startsWith("The classification service does not let you in");
    }

    @Test
    void whileClassificationIsAwayOnlyTheListingIs() {
        classification.breaks("GET", LISTING);

        assertThat(ReadPage.read(page, Tokens.officer(), 503)
                        .select("[role=alert]")
                        .text())
                .startsWith("The classification service does not answer");
        ReadPage.officers("/alerts/" + alert);
    }

    @Test
    void ofNoAlertThereAreNone() {
        assertThat(ReadPage.read("/alerts/%s/cases".formatted(UUID.randomUUID()), Tokens.officer(), 404)
                        .text())
                .contains("There is no alert");
    }

    private void refuses(int status, String field, String message) {
        classification.refuses(
                "GET",
                LISTING,
                status,
                "Refused",
                ", \"violations\": [{\"field\": \"%s\", \"message\": \"%s\"}]".formatted(field, message));
    }

    /** A case of each patient. @param next null after the last */
    private ObjectNode listing(String next, long... patients) {
        ObjectNode listing = example();
        ObjectNode one = (ObjectNode) listing.at("/items/0");
        ArrayNode items = listing.putArray("items");
        for (long patient : patients) {
            items.add(one.deepCopy().put("patient", patient));
        }
        listing.put("next", next);
        return listing;
    }

    private static List<String> patients(Document shown) {
        return shown.select("tbody th small").eachText().stream()
                .map(who -> who.split(",")[0])
                .toList();
    }

    private ObjectNode example() {
        return (ObjectNode) classification.example("GET", LISTING);
    }

    private static JsonPath alerts() {
        return given().auth().oauth2(Tokens.officer()).get("/api/alerts").jsonPath();
    }
}
