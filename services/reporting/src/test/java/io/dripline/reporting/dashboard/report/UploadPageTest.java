package io.dripline.reporting.dashboard.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dripline.reporting.IntakeDoor;
import io.dripline.reporting.Servers;
import io.dripline.reporting.Tokens;
import io.dripline.reporting.dashboard.ReadPage;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files as clinics send them, to a server that answers a batch line by line as intake does. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class UploadPageTest {

    private static final String UPLOAD = "/clinic/sessions/upload";
    private static final String TOKEN = Tokens.clinic("clinic-north");
    private static final String HEADER = "reference,patient,startedAt,route,ascertainment,weightKg,event1_verbatim\n";

    @BeforeEach
    @AfterEach
    void forget() {
        IntakeDoor.forget();
    }

    @Test
    void explainsEveryColumnAndOffersATemplateThatIsTakenAsItIs() {
        Document page = ReadPage.read(UPLOAD, TOKEN, 200);
        assertThat(page.select("tbody th").eachText())
                .startsWith("reference", "patient", "startedAt")
                .contains("plannedDose_mgPerKg", "event3_causality");

        String template = given().auth()
                .oauth2(TOKEN)
                .get(page.select("a[download]").attr("href"))
                .then()
                .statusCode(200)
                .contentType(containsString("text/csv"))
                .header("Content-Disposition", equalTo("attachment; filename=\"dripline-sessions.csv\""))
                .extract()
                .asString();

        assertThat(template.lines().findFirst().orElseThrow().split(",")).hasSize(20 + 3 * 8);
        Document answer = page(upload(template.getBytes(StandardCharsets.UTF_8)), 200);
        assertThat(answer.select("section[aria-labelledby=answer] tbody tr").eachText())
                .containsExactly("2 – a note, not reported –");
        assertThat(IntakeDoor.asked()).isEmpty();
    }

    @Test
    void eachLineIsAnsweredByWhatBecameOfItWithTheColumn() throws JsonProcessingException {
        IntakeDoor.recordLine("r-2", "{\"status\": 200, \"id\": \"019ab0f2-6a00-7000-8000-000000000000\"}");
        IntakeDoor.recordLine("r-3", """
                {"status": 422, "title": "Unprocessable Content", "detail": "The request breaks rules",
                 "violations": [{"field": "adverseEvents[0].verbatim", "message": "expected at most 4000 characters"},
                                {"field": "weightKg", "message": "expected 20 to 400 kg"}]}
                """);
        IntakeDoor.recordLine("r-4", """
                {"status": 409, "title": "Conflict", "detail": "The reference was used for another report",
                 "location": "/sessions/1"}
                """);

        Document page = page(upload(HEADER + """
                        r-1,P-1,2026-11-22 09:00,ORAL,CHECKLIST,70.5,"felt <b>floaty</b>,
                        out of my body"
                        r-2,P-2,2026-11-22T09:00:00+02:00,ORAL,CHECKLIST,,

                        r-3,P-3,2026-11-22 09:00,ORAL,CHECKLIST,7,dizzy
                        # a note,,,,,,
                        r-4,P-4,2026-11-22 09:00,ORAL,CHECKLIST,,
                        r-5,P-5,2026-10-04 02:30,ORAL,CHECKLIST,,
                        r-6,P-6,2026-11-22 09:00
                        r-7,P-7,2026-11-22 09:00,ORAL,CHECKLIST,,,more
                        """), 200);

        assertThat(page.select("section[aria-labelledby=answer] tbody tr").eachText())
                .containsExactly(
                        "2 ● stored –",
                        "4 ○ reported before, stored once –",
                        "6 ▲ refused event1_verbatim: expected at most 4000 characters weightKg: expected 20 to 400 kg",
                        "7 – a note, not reported –",
                        "8 ▲ refused reference: The reference was used for another report",
                        "9 ▲ refused startedAt: expected a time that clocks in Australia/Sydney showed; they were put forward over this one",
                        "10 ▲ refused expected 7 cells, found 3",
                        "11 ▲ refused cell 8 stands in no column");
        assertThat(page.select("[role=alert]").not("[hidden]").text())
                .isEqualTo("Lines: 1 stored; 1 reported before, stored once; 5 refused; 1 a note, not reported.");
        List<IntakeDoor.Asked> asked = IntakeDoor.asked();
        assertThat(asked).hasSize(1);
        assertThat(asked.getFirst().authorization()).isEqualTo("Bearer " + TOKEN);
        assertThat(asked.getFirst().type()).startsWith("application/x-ndjson");
        List<String> lines = asked.getFirst().body().lines().toList();
        assertThat(lines).hasSize(4);
        JsonNode first = new ObjectMapper().readTree(lines.getFirst());
        assertThat(first.path("startedAt").asText()).isEqualTo("2026-11-22T09:00+11:00");
        assertThat(first.path("weightKg").decimalValue()).isEqualByComparingTo("70.5");
        assertThat(first.at("/adverseEvents/0/verbatim").asText()).isEqualTo("felt <b>floaty</b>,\nout of my body");
    }

    @Test
    void whatWasStoredWhollyIsSaidSo() {
        Document page = page(upload(HEADER + "r-1,P-1,2026-11-22 09:00,ORAL,CHECKLIST,,\n"), 200);

        assertThat(page.select("[role=status]").text()).isEqualTo("Lines: 1 stored.");
        assertThat(page.select("#zone").val()).isEqualTo("Australia/Sydney");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            reference,patient,startedAt,route,ascertainment,colour,<b>,event201_verbatim | unknown column: colour unknown column: <b> unknown column: event201_verbatim
            reference,patient,startedAt,route,reference                                  | there twice: reference missing column: ascertainment
            just some words                                                              | unknown column: just some words missing column: reference missing column: patient missing column: startedAt missing column: route missing column: ascertainment
            """)
    void otherColumnsAreNamedAndNothingIsReported(String header, String wrong) {
        Document page = page(upload(header + "\nr-1,P-1\n"), 422);

        assertThat(page.select("[role=alert] li").eachText())
                .isEqualTo(List.of(wrong.split(" (?=unknown|there|missing)")));
        assertThat(page.select("[role=alert]").not("[hidden]").text()).contains("nothing was reported");
        assertThat(page.select("b")).isEmpty();
        assertThat(IntakeDoor.asked()).isEmpty();
    }

    @Test
    void anotherEncodingIsNamedByItsLineAndNothingIsReported() {
        byte[] file =
                (HEADER + "r-1,P-1,2026-11-22 09:00,ORAL,CHECKLIST,,übel\n").getBytes(Charset.forName("windows-1252"));

        Document page = page(upload(file), 422);

        assertThat(page.select("[role=alert]").not("[hidden]").text()).startsWith("Line 2 is not encoded in UTF-8");
        assertThat(IntakeDoor.asked()).isEmpty();
    }

    /** The last row alone is broken, and no row was sent. */
    @Test
    void aQuotationMarkThatIsNotClosedReportsNothing() {
        Document page = page(
                upload(HEADER
                        + "r-1,P-1,2026-11-22 09:00,ORAL,CHECKLIST,,\nr-2,P-2,2026-11-22 09:00,ORAL,CHECKLIST,,\"sick"),
                422);

        assertThat(page.select("[role=alert]").not("[hidden]").text())
                .startsWith("The row that begins in line 3 cannot be read");
        assertThat(IntakeDoor.asked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'', Choose a file", "'\n', The file is empty"})
    void anEmptyFileIsSaidToBeEmpty(String content, String message) {
        assertThat(page(upload(content), 422)
                        .select("[role=alert]")
                        .not("[hidden]")
                        .text())
                .startsWith(message);
    }

    @Test
    void aFileOfAHundredThousandRowsIsReportedInBatches() {
        Document page = page(upload(HEADER + rows(ReportSheet.MOST_ROWS)), 200);

        assertThat(page.select("[role=status]").text()).isEqualTo("Lines: 100,000 stored.");
        assertThat(page.select("section[aria-labelledby=answer] tbody th").eachText())
                .containsExactly("2–100001");
    }

    @Test
    void oneRowMoreIsRefusedBeforeAnythingIsReported() {
        Document page = page(upload(HEADER + rows(ReportSheet.MOST_ROWS + 1)), 422);

        assertThat(page.select("[role=alert]").not("[hidden]").text())
                .startsWith("The file has 100,001 rows, and at most 100,000 are taken at once");
        assertThat(IntakeDoor.asked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"503, 0", "200, 4000"})
    void whereIntakeGoesAwayItIsSaidWhichLinesAreNotKnownAndWhichWereNotSent(int status, long delay) {
        IntakeDoor.record("POST /sessions/batch", status, delay, "{\"status\": 503}");

        Document page = page(upload(HEADER + rows(700) + "wrong,\n"), 503);

        assertThat(page.select("section[aria-labelledby=answer] tbody tr").eachText())
                .containsExactly(
                        "2–501 ◇ not known: send it again, it is stored once –",
                        "502–701 ◇ not reported –",
                        "702 ▲ refused expected 7 cells, found 2");
        assertThat(page.select("[role=alert]").not("[hidden]").text())
                .endsWith("what is stored already is stored once.");
    }

    /** What is wrong with them is not kept until five hundred others are sent. */
    @Test
    void refusedRowsAreNotHeldBack() {
        Document page = page(upload(HEADER + rows(1) + "wrong,\n".repeat(600) + rows(1)), 200);

        assertThat(page.select("section[aria-labelledby=answer] tbody tr").eachText())
                .containsExactly("2 ● stored –", "3–602 ▲ refused expected 7 cells, found 2", "603 ● stored –");
        assertThat(IntakeDoor.asked()).hasSize(2);
    }

    /** Whom intake turns away at its door has reported nothing, which is known. */
    @ParameterizedTest
    @CsvSource({"401, Your session is over.", "403, Intake does not let you in (403).", "429, Your clinic sends more"})
    void whatIntakeDidNotTakeIsKnown(int status, String why) {
        IntakeDoor.record("POST /sessions/batch", status, "{}");

        Document page = page(upload(HEADER + rows(700)), 503);

        assertThat(page.select("section[aria-labelledby=answer] tbody tr").eachText())
                .containsExactly("2–701 ◇ not reported –");
        assertThat(page.select("[role=alert]").not("[hidden]").text()).contains(why);
    }

    /** Fewer answers than lines, and none that can be read. */
    @ParameterizedTest
    @CsvSource({"'{\"line\": 1, \"status\": 201}'", "'<html>'", "''"})
    void answersThatAreNoneLeaveLinesUnknown(String answer) {
        IntakeDoor.record("POST /sessions/batch", 200, answer);

        Document page = page(upload(HEADER + rows(2)), 503);

        assertThat(page.select("section[aria-labelledby=answer] tbody tr").eachText())
                .singleElement()
                .asString()
                .startsWith("2–3 ◇ not known");
    }

    @Test
    void aTimeZoneThatThereIsNotReportsNothing() {
        Response answer = sent(HEADER.getBytes(StandardCharsets.UTF_8), "Sydney");

        assertThat(page(answer, 422).select("[role=alert]").not("[hidden]").text())
                .startsWith("Time zone: expected a time zone such as Australia/Sydney");
    }

    @Test
    void whatIsNoFormWithAFileIsRefusedInWords() {
        given().config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("multipart/form-data", ContentType.TEXT)))
                .auth()
                .oauth2(TOKEN)
                .accept("text/html")
                .contentType("multipart/form-data")
                .body("no parts")
                .post(UPLOAD)
                .then()
                .statusCode(400)
                .contentType(containsString("text/html"))
                .body(containsString("The form cannot be read"));
        given().auth()
                .oauth2(TOKEN)
                .multiPart("clinic", "clinic-south")
                .post(UPLOAD)
                .then()
                .statusCode(400);
    }

    private static String rows(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> "r-%d,P-%d,2026-11-22 09:00,ORAL,CHECKLIST,,\n".formatted(i, i))
                .collect(Collectors.joining());
    }

    private static Response upload(String file) {
        return upload(file.getBytes(StandardCharsets.UTF_8));
    }

    private static Response upload(byte[] file) {
        return sent(file, "Australia/Sydney");
    }

    private static Response sent(byte[] file, String zone) {
        return given().auth()
                .oauth2(TOKEN)
                .accept("text/html")
                .multiPart("file", "sessions.csv", file, "text/csv")
                .multiPart("zone", zone)
                .post(UPLOAD);
    }

    private static Document page(Response answer, int status) {
        answer.then()
                .statusCode(status)
                .contentType(containsString("text/html"))
                .header("Referrer-Policy", equalTo("same-origin"));
        Document page = ReadPage.parse(answer.asString());
        ReadPage.assertThatItIsForAll(page);
        return page;
    }
}
