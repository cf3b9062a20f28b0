package io.dripline.reporting.dashboard.review;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dripline.reporting.PeerDoor;
import io.dripline.reporting.Servers;
import io.dripline.reporting.Tokens;
import io.dripline.reporting.dashboard.ReadPage;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What officers read of words under review and rule about them, with nothing but the pages' forms, against classification's described doors. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class ReviewPagesTest {

    private static final String ID = "f943d7c3add7ff32dd86a03a068baa26f359a6bb57a3d36bcbcdfabcf933f58c";
    private static final String WORDS = "/reviews/" + ID;
    private static final String RULING = WORDS + "/ruling";
    private static final String PREVIEW = WORDS + "/preview";
    private static final String REASON = "So the nurses say & mean it.";

    private PeerDoor.Told classification;

    @BeforeEach
    void nothingIsRecorded() {
        classification = PeerDoor.Told.classification();
        classification.nothing();
    }

    @AfterEach
    void everyQuestionIsOneThatClassificationDescribes() {
        classification.asked();
    }

    @Test
    void theQueueTellsWhatWaitsHowOftenFromWhomAndSinceWhen() {
        Document page = ReadPage.officers("/reviews");

        assertThat(page.select("nav[aria-label=Pages] [aria-current=page]").text())
                .isEqualTo("Coding review");
        assertThat(page.select("tbody tr").eachText())
                .singleElement()
                .asString()
                .contains(
                        "“went all wobbulated”",
                        "12",
                        "clinic-east, clinic-north",
                        "16 November 2026, 01:02 UTC",
                        "Impaired hearing, Central nervous system, 55 %");
        assertThat(ReadPage.links(page)).contains(WORDS, "/reviews/rulings");
    }

    @Test
    void theQueueIsAskedForWithTheReadersOwnToken() {
        String token = Tokens.auditor();

        ReadPage.read("/reviews", token, 200);

        assertThat(classification.asked("GET", "/reviews"))
                .singleElement()
                .satisfies(asked -> assertThat(asked.authorization()).isEqualTo("Bearer " + token));
    }

    @Test
    void theQueueIsPagedByItsAddress() {
        ObjectNode first = (ObjectNode) classification.example("GET", "/reviews");
        first.put("next", "12_" + ID);
        classification.answers("GET", "/reviews", first);

        String next = ReadPage.officers("/reviews").select("a[rel=next]").attr("href");
        Document second = ReadPage.officers(next);

        assertThat(next).isEqualTo("/reviews?after=12_" + ID);
        assertThat(second.select("a[href=/reviews]").eachText()).contains("The first");
        assertThat(classification.asked("GET", "/reviews").getLast().query()).containsEntry("after", "12_" + ID);
    }

    @Test
    void aManipulatedAddressIsRefusedInPlace() {
        classification.refuses(
                "GET",
                "/reviews",
                400,
                "The request cannot be read",
                ", \"violations\": [{\"field\": \"after\", \"message\": \"expected what a page named as next\"}]");

        Document page = ReadPage.read("/reviews?after=%3Cscript%3E", Tokens.officer(), 400);

        assertThat(page.select("[role=alert]").text())
                .isEqualTo("The classification service refuses: after: expected what a page named as next.");
        assertThat(ReadPage.links(page)).contains("/reviews");
    }

    @Test
    void anEmptyQueueSaysSo() {
        classification.answers("GET", "/reviews", page());

        assertThat(ReadPage.officers("/reviews").select(".empty").text()).startsWith("Nothing waits for a person.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"breaks", "babbles", "is slow"})
    void whileClassificationIsAwayEachPageSaysSo(String how) {
        for (String path : List.of("/reviews", "/rulings", WORDS)) {
            switch (how) {
                case "breaks" -> classification.breaks("GET", path);
                case "babbles" -> classification.babbles("GET", path);
                default -> classification.answersAfter("GET", path, 2_000);
            }
        }

        for (String address : List.of("/reviews", "/reviews/rulings", WORDS)) {
            Document page = ReadPage.read(address, Tokens.officer(), 503);
            assertThat(page.select("[role=alert]").text())
                    .as(address)
                    .startsWith("The classification service does not answer");
        }
    }

    @Test
    void aSignInThatClassificationDoesNotTakeIsNamed() {
        classification.refuses("GET", "/reviews", 401, "expected a bearer token, found none", "");

        Document page = ReadPage.read("/reviews", Tokens.officer(), 401);

        assertThat(page.select("[role=alert]").text())
                .startsWith("The classification service does not let you in: expected a bearer token")
                .contains("Sign out and in again");
    }

    @Test
    void somePagesWordsComeWithCandidatesAndKeys() {
        Document page = ReadPage.officers(WORDS);

        assertThat(page.select("h1").text()).isEqualTo("“went all wobbulated”");
        assertThat(ReadPage.words(page.getElementById("reported").parent()))
                .contains("12 sessions", "clinic-east, clinic-north", "Ruling that holds none");
        assertThat(page.select("#ruling label[for=term-1]").text())
                .isEqualTo("1 Impaired hearing Central nervous system · found by “hearing went” · 55 %");
        assertThat(page.select("#term-1").attr("data-key")).isEqualTo("1");
        assertThat(page.select("#not-an-event").attr("data-key")).isEqualTo("0");
        assertThat(page.select("#ruling kbd").eachText()).contains("1", "0", "/", "r");
        assertThat(page.select("[value=rule]"))
                .as("nothing can be ruled before it is shown what it changes")
                .isEmpty();
        assertThat(page.select("[name=revision]").val()).isEqualTo("0");
    }

    @Test
    void whatIsTickedIsShownInItsEffect() {
        Document page =
                shown(post("go", "show", "revision", "0", "term", "dizziness", "reason", REASON + "\r\nTwice."), 200);

        assertThat(page.select("#effect p").first().text()).startsWith("12 sessions hold these words; 12 change.");
        assertThat(page.select("#effect li").eachText())
                .containsExactly("12 events: awaits review → Central nervous system");
        assertThat(page.select("#effect [name=shown]").val()).isEqualTo("dizziness");
        assertThat(page.select("#effect [value=rule]")).hasSize(1);
        assertThat(page.select("#reason").first().wholeText().lines()).containsExactly(REASON, "Twice.");
        assertThat(page.select("[name=term][checked]").eachAttr("value")).containsExactly("dizziness");
        assertThat(classification.asked("GET", PREVIEW).getLast().query()).isEqualTo(Map.of("terms", "dizziness"));
    }

    @Test
    void ofManySessionsSomeStandForAll() {
        ObjectNode preview = (ObjectNode) classification.example("GET", "/reviews/{id}/preview");
        preview.put("sessions", 12_345).put("looked", 1_000).put("changed", 1_000);
        classification.answers("GET", PREVIEW, preview);

        Document page = shown(post("go", "show", "revision", "0", "notAnEvent", "true"), 200);

        assertThat(page.select("#effect p").first().text())
                .startsWith("12,345 sessions hold these words; counted in 1,000 of them; 1,000 change.");
        assertThat(classification.asked("GET", PREVIEW).getLast().query()).isEqualTo(Map.of("notAnEvent", "true"));
    }

    @Test
    void termsAreLookedForAndWhatWasTickedStays() {
        Document page =
                shown(post("go", "find", "revision", "0", "term", "nausea", "reason", REASON, "q", "dizz"), 200);

        assertThat(classification.asked("GET", "/terms").getLast().query()).containsEntry("q", "dizz");
        assertThat(page.select("#found [name=term]").eachAttr("value")).containsExactly("dizziness");
        assertThat(page.select("#found [name=term]").attr("data-key")).isEqualTo("3");
        assertThat(page.select("#terms [name=term]").eachAttr("value")).containsExactly("impaired-hearing", "nausea");
        assertThat(page.select("#terms [checked]").eachAttr("value")).containsExactly("nausea");
        assertThat(page.select("#q").val()).isEqualTo("dizz");
        assertThat(page.select("#reason").text()).isEqualTo(REASON);
    }

    @Test
    void anOfficerRulesAfterSeeingWhatItChanges() {
        Response ruled = post(
                "go",
                "rule",
                "revision",
                "0",
                "term",
                "dizziness",
                "shown",
                "dizziness",
                "reason",
                " " + REASON + "\r\nTwice.");

        ruled.then().statusCode(303).header("Location", endsWith(WORDS + "?done=1"));
        PeerDoor.Asked asked = classification.asked("PUT", RULING).getFirst();
        assertThat(asked.ifMatch()).isEqualTo("\"0\"");
        assertThat(read(asked.body())).isEqualTo(read("""
                        {"terms": ["dizziness"], "reason": "%s\\nTwice."}""".formatted(REASON)));
        classification.answers("GET", WORDS, ruled(1, "officer", "dizziness"));
        ArrayNode waiting =
                (ArrayNode) classification.example("GET", "/reviews").get("items");
        ((ObjectNode) waiting.get(0)).put("id", "0".repeat(64)).put("words", "the next ones");
        classification.answers("GET", "/reviews", page((ObjectNode) waiting.get(0)));
        Document page = ReadPage.officers(WORDS + "?done=1");
        assertThat(page.select(".done").text())
                .startsWith("Ruled: Dizziness. 12 sessions held the words")
                .endsWith("Next: “the next ones”");
        assertThat(page.select("#next").attr("href")).isEqualTo("/reviews/" + "0".repeat(64));
        assertThat(page.select("#reported").first().parent().text()).contains("Dizziness, by officer");
    }

    @Test
    void aRulingThatTheyAreNoEventIsSentAsSuch() {
        post(
                        "go",
                        "rule",
                        "revision",
                        "3",
                        "notAnEvent",
                        "true",
                        "shown",
                        "not-an-event",
                        "reason",
                        "the name of a ward")
                .then()
                .statusCode(303);

        PeerDoor.Asked asked = classification.asked("PUT", RULING).getFirst();
        assertThat(asked.ifMatch()).isEqualTo("\"3\"");
        assertThat(read(asked.body())).isEqualTo(read("{\"notAnEvent\": true, \"reason\": \"the name of a ward\"}"));
    }

    @Test
    void nothingIsRuledOfWhichNobodySawWhatItChanges() {
        Document page = shown(
                post("go", "rule", "revision", "0", "term", "nausea", "shown", "dizziness", "reason", REASON), 200);

        assertThat(page.select("#refused").text()).startsWith("Nothing is ruled yet");
        assertThat(page.select("[name=shown]").val()).isEqualTo("nausea");
        assertThat(classification.asked("PUT", RULING)).isEmpty();
    }

    @Test
    void ofTwoOfficersTheSecondIsToldAndKeepsWhatWasTyped() {
        classification.refuses("PUT", RULING, 412, "another revision holds", "");
        classification.answers("GET", WORDS, ruled(1, "anna", "nausea"));

        Document page = shown(
                post("go", "rule", "revision", "0", "term", "dizziness", "shown", "dizziness", "reason", REASON), 412);

        assertThat(page.select("#refused").text())
                .startsWith("Not ruled: anna ruled since this page was loaded: Nausea.")
                .contains("What was typed is kept");
        assertThat(page.select("[name=revision]").val())
                .as("so that it can be sent again")
                .isEqualTo("1");
        assertThat(page.select("#terms [checked]").eachAttr("value")).containsExactly("dizziness");
        assertThat(page.select("#reason").text()).isEqualTo(REASON);
        assertThat(page.select("#effect [name=shown]").val()).isEqualTo("dizziness");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''        | false | a reason | expected terms, or else that it is no adverse event
            dizziness | true  | a reason | expected terms, or else that it is no adverse event
            dizziness | false | ' '      | expected a sentence that says why, found none
            """)
    void aFormWithSomethingMissingIsRefusedInPlace(String term, boolean noEvent, String reason, String wrong) {
        List<String> fields = new ArrayList<>(List.of("go", "rule", "revision", "0", "reason", reason));
        if (!term.isEmpty()) {
            fields.addAll(List.of("term", term));
        }
        if (noEvent) {
            fields.addAll(List.of("notAnEvent", "true"));
        }

        Document page = shown(post(fields.toArray(String[]::new)), 422);

        assertThat(page.select("#ruling .violation").eachText()).containsExactly(wrong);
        assertThat(page.select("#reason").first().wholeText()).isEqualTo(reason);
        assertThat(classification.asked("PUT", RULING)).isEmpty();
    }

    @Test
    void whatClassificationRefusesStandsBesideItsField() {
        classification.refuses("PUT", RULING, 422, "breaks rules", """
                , "violations": [{"field": "terms[0]", "message": "expected a term of the vocabulary, found 'dizzyness'"}]""");

        Document page = shown(
                post("go", "rule", "revision", "0", "term", "dizzyness", "shown", "dizzyness", "reason", REASON), 422);

        assertThat(page.select("#terms-violation").text()).startsWith("expected a term of the vocabulary");
        assertThat(page.select("#reason").text()).isEqualTo(REASON);
    }

    @Test
    void whileClassificationIsAwayNothingTypedIsLost() {
        for (String path : List.of(WORDS, PREVIEW, "/rulings")) {
            classification.breaks("GET", path);
        }
        classification.breaks("PUT", RULING);

        Document page = shown(
                post("go", "rule", "revision", "2", "term", "dizziness", "shown", "dizziness", "reason", REASON), 503);

        assertThat(page.select("#refused").text()).startsWith("Whether it was ruled is not known");
        assertThat(page.select("#terms [checked]").eachAttr("value")).containsExactly("dizziness");
        assertThat(page.select("#reason").text()).isEqualTo(REASON);
        assertThat(page.select("[name=revision]").val()).isEqualTo("2");
    }

    @Test
    void aFormThatDoesNotSayWhichRulingItRevisesRulesNothing() {
        Document page = shown(post("go", "rule", "term", "dizziness", "shown", "dizziness", "reason", REASON), 422);

        assertThat(page.select("#refused").text()).startsWith("Not ruled: the form does not say");
        assertThat(page.select("#reason").text()).isEqualTo(REASON);
        assertThat(classification.asked("PUT", RULING)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"other=1, 400", "revision=0&revision=1, 400", "go=%zz, 400"})
    void aFormThatIsNoneOfOursIsRefused(String body, int status) {
        officer().body(body).post(RULING).then().statusCode(status);
        assertThat(classification.asked("PUT", RULING)).isEmpty();
    }

    @Test
    void markupInATermStaysText() {
        Document page =
                shown(post("go", "show", "revision", "0", "term", "<script>alert(1)</script>\" onclick=x"), 200);

        assertThat(page.select("#terms [checked]").val()).isEqualTo("<script>alert(1)</script>\" onclick=x");
        assertThat(page.select("script:not([src])")).isEmpty();
    }

    @Test
    void whoHadToSignInFirstIsToldThatNothingWasSent() {
        Document page = ReadPage.officers(RULING);

        assertThat(page.select("#refused").text()).startsWith("Not ruled: your session was over");
        assertThat(page.select("#ruling")).hasSize(1);
    }

    @Test
    void aRevisionComesWithItsHistory() {
        classification.answers("GET", WORDS, ruled(2, "officer", "nausea"));
        ArrayNode rulings =
                (ArrayNode) classification.example("GET", "/rulings").get("items");
        ObjectNode first = rulings.get(0).deepCopy();
        ObjectNode second = first.deepCopy();
        second.put("revision", 2).put("reason", "looked again").set("terms", array("nausea"));
        classification.answers("GET", "/rulings", page(second, first));

        Document page = ReadPage.officers(WORDS);

        assertThat(page.select("#rule").text()).isEqualTo("Revise the ruling");
        assertThat(page.select("#terms [name=term]").eachAttr("value")).containsExactly("impaired-hearing", "nausea");
        assertThat(page.select(".history li").eachText())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("Nausea by officer")
                .endsWith("looked again");
        assertThat(classification.asked("GET", "/rulings").getLast().query())
                .containsEntry("review", ID)
                .containsEntry("latestFirst", "true");
    }

    @Test
    void rulingsThatHoldAreListed() {
        Document page = ReadPage.officers("/reviews/rulings");

        assertThat(page.select("tbody tr").eachText())
                .singleElement()
                .asString()
                .contains("“wibbly in the lift”", "Dizziness", "officer", "12 sessions");
        assertThat(classification.asked("GET", "/rulings").getLast().query())
                .containsEntry("current", "true")
                .containsEntry("latestFirst", "true");
    }

    @Test
    void erasedWordsAreNamedSo() {
        ObjectNode review = (ObjectNode) classification.example("GET", "/reviews/{id}");
        review.putNull("words").set("candidates", new ObjectMapper().createArrayNode());
        classification.answers("GET", WORDS, review);

        Document page = ReadPage.officers(WORDS);

        assertThat(page.select("h1").text()).isEqualTo("Words that were erased");
        assertThat(page.select("#terms .empty").text()).startsWith("Nothing in the vocabulary comes near.");
    }

    @Test
    void anAuditorReadsAndHasNoForm() {
        Document page = ReadPage.read(WORDS, Tokens.auditor(), 200);

        assertThat(page.select("form")).isEmpty();
        given().auth()
                .oauth2(Tokens.auditor())
                .contentType("application/x-www-form-urlencoded")
                .formParam("go", "rule")
                .post(RULING)
                .then()
                .statusCode(403);
        assertThat(classification.asked("PUT", RULING)).isEmpty();
    }

    @Test
    void anUnknownIdAnswers404() {
        classification.refuses("GET", "/reviews/nothing", 404, "Nobody reported words of this id", "");

        assertThat(ReadPage.read("/reviews/nothing", Tokens.officer(), 404)
                        .select("[role=alert]")
                        .text())
                .isEqualTo("Nobody reported words of this id.");
        given().auth()
                .oauth2(Tokens.officer())
                .get("/reviews/nothing")
                .then()
                .statusCode(404)
                .contentType(containsString("application/problem+json"));
    }

    /** Without it a browser would send a form's origin as null, which the door refuses. */
    @Test
    void itsFormsMaySayToThisOriginWhereTheyComeFrom() {
        given().auth()
                .oauth2(Tokens.officer())
                .get(WORDS)
                .then()
                .statusCode(200)
                .header("Referrer-Policy", "same-origin")
                .header("Cache-Control", "no-store");
    }

    private static RequestSpecification officer() {
        return given().auth()
                .oauth2(Tokens.officer())
                .redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .accept("text/html");
    }

    private static Response post(String... fields) {
        RequestSpecification form = officer().urlEncodingEnabled(true);
        for (int i = 0; i < fields.length; i += 2) {
            form.formParam(fields[i], fields[i + 1]);
        }
        return form.post(RULING);
    }

    private static Document shown(Response answer, int status) {
        answer.then().statusCode(status).contentType(containsString("text/html"));
        Document page = ReadPage.parse(answer.asString());
        ReadPage.assertThatItIsForAll(page);
        return page;
    }

    /** The words of the example, on which somebody ruled. */
    private JsonNode ruled(int revision, String who, String term) {
        ObjectNode review = (ObjectNode) classification.example("GET", "/reviews/{id}");
        ObjectNode ruling = (ObjectNode) classification.example("PUT", "/reviews/{id}/ruling");
        ruling.put("review", ID).put("revision", revision).put("who", who).set("terms", array(term));
        review.put("revision", revision).set("ruling", ruling);
        return review;
    }

    private static ArrayNode array(String... texts) {
        ArrayNode array = new ObjectMapper().createArrayNode();
        for (String text : texts) {
            array.add(text);
        }
        return array;
    }

    private static ObjectNode page(ObjectNode... items) {
        ObjectNode page = new ObjectMapper().createObjectNode();
        ArrayNode all = page.putArray("items");
        for (ObjectNode item : items) {
            all.add(item);
        }
        page.putNull("next");
        return page;
    }

    private static JsonNode read(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
