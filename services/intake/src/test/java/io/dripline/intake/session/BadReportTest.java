package io.dripline.intake.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dripline.intake.Clinic;
import io.dripline.intake.Database;
import io.dripline.intake.Surroundings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be a session is refused with every field that is wrong, and leaves nothing behind. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class BadReportTest {

    private static final Clinic CLINIC = new Clinic("clinic-of-errors");
    private static final Clinic AMENDED = new Clinic("clinic-of-amended-errors");

    /** Three doors take a report: to post it, to amend by it, and as a line of a batch. */
    @ParameterizedTest(name = "{0}")
    @MethodSource({"unreadable", "breakingOneRule", "breakingSeveralRules"})
    void isRefusedByEveryDoor(String what, String body, int status, Set<String> fields) {
        String amended = AMENDED.post(SessionExample.REPORT).path("id");
        int before = Database.rows();

        Response posted = CLINIC.post(body);
        Response put = AMENDED.put(amended, "\"1\"", "mistaken", body);
        Response batch = CLINIC.batch(body.replaceAll("\\s*\n\\s*", " "));

        for (Response answer : List.of(posted, put)) {
            answer.then().statusCode(status).contentType("application/problem+json");
            assertThat(new TreeSet<>(answer.<List<String>>path("violations.field")))
                    .isEqualTo(fields);
            assertThat(answer.<List<String>>path("violations.message"))
                    .allSatisfy(m -> assertThat(m).isNotBlank());
        }
        batch.then().statusCode(200);
        if (!body.isEmpty()) {
            JsonPath line = new JsonPath(batch.asString());
            assertThat(line.getInt("status")).isEqualTo(status);
            assertThat(new TreeSet<>(Objects.requireNonNullElse(line.<String>getList("violations.field"), List.of())))
                    .isEqualTo(fields);
        }
        for (Response answer : List.of(posted, put, batch)) {
            assertThat(answer.asString()).doesNotContain("P-0042", "Exception", "io.dripline", "at [Source");
        }
        assertThat(Database.rows()).isEqualTo(before);
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                malformed("nothing", "", "body"),
                malformed("no JSON", "P-0042 was infused"),
                malformed("half of it", SessionExample.REPORT.substring(0, 200)),
                malformed("two of it", SessionExample.REPORT + SessionExample.REPORT, "body"),
                malformed("null", "null"),
                malformed("an array", "[]", "body"),
                malformed("a number", "17", "body"),
                malformed("a repeated field", "{\"reference\": \"a\", \"reference\": \"b\"}"),
                malformed("100,000 nested brackets", "[".repeat(100_000)),
                malformed("100,000 nested brackets in a field", "{\"conditions\": " + "[".repeat(100_000)),
                malformed("NaN", report(r -> {}).replace("\"weightKg\":70", "\"weightKg\":NaN")),
                malformed("NaN as text", report(r -> r.put("weightKg", "NaN")), "weightKg"),
                malformed("infinity", report(r -> {}).replace("\"weightKg\":70", "\"weightKg\":-Infinity")),
                malformed("infinity as text", report(r -> r.put("weightKg", "Infinity")), "weightKg"),
                malformed(
                        "a number too long to keep",
                        report(r -> {}).replace("\"weightKg\":70", "\"weightKg\":" + "7".repeat(10_000))),
                malformed(
                        "a bomb for an integer",
                        report(r -> {}).replace("\"plannedSessions\":1", "\"plannedSessions\":1e1000000000"),
                        "plannedSessions"),
                malformed(
                        "a bomb in an unknown field",
                        report(r -> {}).replace("\"weightKg\":70", "\"bomb\":1e1000000000"),
                        "bomb"),
                malformed("a raw control character", report(r -> {}).replace("P-0042", "P\u0007"), "patient"),
                malformed("another body behind it", report(r -> {}) + " {}", "body"),
                malformed("a comment", report(r -> {}) + " // done"),
                malformed("a number as text", report(r -> r.put("weightKg", "70")), "weightKg"),
                malformed("a text as number", report(r -> r.put("reference", 17)), "reference"),
                malformed("a fraction of sessions", report(r -> r.put("plannedSessions", 1.5)), "plannedSessions"),
                malformed("too great an integer", report(r -> r.put("plannedSessions", 1L << 40)), "plannedSessions"),
                malformed("a boolean as text", report(r -> r.put("monitored", "true")), "monitored"),
                malformed("an unknown field", report(r -> r.put("weight", 70)), "weight"),
                malformed("an unknown field in a bare report", "{\"reference\": \"a\", \"weight\": 70}", "weight"),
                malformed(
                        "an unknown field in a bare event",
                        "{\"adverseEvents\": [{\"word\": \"sick\"}]}",
                        "adverseEvents[0].word"),
                malformed(
                        "an unknown field that is called as its parent",
                        "{\"plannedDose\": {\"plannedDose\": [1]}}",
                        "plannedDose.plannedDose"),
                malformed("an id", report(r -> event(r).put("id", "0")), "adverseEvents[0].id"),
                malformed("an unknown enum", report(r -> r.put("route", "INTRATHECAL")), "route"),
                malformed("an enum in lower case", report(r -> r.put("route", "oral")), "route"),
                malformed("an enum by number", report(r -> r.put("route", 0)), "route"),
                malformed("an empty enum", report(r -> r.put("setting", "")), "setting"),
                malformed(
                        "an unknown enum in a list",
                        report(r -> r.withArray("conditions").add("GRUMPY")),
                        "conditions[0]"),
                malformed(
                        "a null in a list",
                        report(r -> r.withArray("conditions").addNull()),
                        "conditions[0]"),
                malformed(
                        "a null event", report(r -> r.withArray("adverseEvents").addNull()), "adverseEvents[1]"),
                malformed("events as object", report(r -> r.putObject("adverseEvents")), "adverseEvents"),
                malformed("a time without offset", report(r -> r.put("startedAt", "2026-11-22T09:00:00")), "startedAt"),
                malformed("a time by number", report(r -> r.put("startedAt", 1763762400)), "startedAt"),
                malformed("a date", report(r -> event(r).put("onsetAt", "2026-11-22")), "adverseEvents[0].onsetAt"),
                malformed(
                        "several at once",
                        report(r -> {
                            r.put("route", "X").put("weight", 70).put("startedAt", "yesterday");
                            event(r).put("severity", "BAD").put("word", "x");
                        }),
                        "route",
                        "weight",
                        "startedAt",
                        "adverseEvents[0].severity",
                        "adverseEvents[0].word"));
    }

    static Stream<Arguments> breakingOneRule() {
        return Stream.of(
                broken("no patient", r -> r.remove("patient"), "patient"),
                broken("a blank reference", r -> r.put("reference", " "), "reference"),
                broken("a long reference", r -> r.put("reference", "r".repeat(201)), "reference"),
                broken("NUL", r -> r.put("reference", "a\u0000b"), "reference"),
                broken("a bell", r -> r.put("patient", "P\u0007"), "patient"),
                broken("a line break in a name", r -> r.put("reference", "a\nb"), "reference"),
                broken("a reversed name", r -> r.put("reference", "a\u202Eb"), "reference"),
                broken("NUL in words", r -> event(r).put("verbatim", "sick\u0000"), "adverseEvents[0].verbatim"),
                broken("blank words", r -> event(r).put("verbatim", " \n"), "adverseEvents[0].verbatim"),
                broken("long words", r -> event(r).put("verbatim", "x".repeat(4001)), "adverseEvents[0].verbatim"),
                broken("a future start", r -> at(r, "2026-11-22T12:05:01Z"), "startedAt"),
                broken("a start in 1926", r -> at(r, "1926-11-22T09:00:00Z"), "startedAt"),
                broken("the farthest start", r -> at(r, "+999999999-12-31T23:59:59Z"), "startedAt"),
                broken("an end before the start", r -> r.put("endedAt", "2026-11-22T08:59:59+11:00"), "endedAt"),
                broken("an end after a year", r -> r.put("endedAt", "2027-11-22T09:00:00+11:00"), "endedAt"),
                broken(
                        "an onset before the session",
                        r -> event(r).put("onsetAt", "2026-11-22T08:00:00+11:00"),
                        "adverseEvents[0].onsetAt"),
                broken(
                        "an end before the onset",
                        r -> event(r).put("resolvedAt", "2026-11-22T09:19:00+11:00"),
                        "adverseEvents[0].resolvedAt"),
                broken(
                        "the farthest end of an event",
                        r -> event(r).put("resolvedAt", "+999999999-12-31T23:59:59Z"),
                        "adverseEvents[0].resolvedAt"),
                broken(
                        "the farthest end of an event without an onset",
                        r -> {
                            event(r).remove("onsetAt");
                            event(r).put("resolvedAt", "+999999999-12-31T23:59:59Z");
                        },
                        "adverseEvents[0].resolvedAt"),
                broken(
                        "every time the farthest there is",
                        r -> {
                            String farthest = "+999999999-12-31T23:59:59-18:00";
                            at(r, farthest).put("endedAt", farthest);
                            event(r).put("onsetAt", farthest).put("resolvedAt", farthest);
                        },
                        "startedAt"),
                broken("no session planned", r -> r.put("plannedSessions", 0), "plannedSessions"),
                broken("61 sessions planned", r -> r.put("plannedSessions", 61), "plannedSessions"),
                broken("a weight in grams", r -> r.put("weightKg", 70_000), "weightKg"),
                broken("a negative weight", r -> r.put("weightKg", -70), "weightKg"),
                arguments(
                        "a bomb for a weight",
                        report(r -> {}).replace("\"weightKg\":70", "\"weightKg\":1e1000000000"),
                        422,
                        fields("weightKg")),
                broken("an infinite weight", r -> r.put("weightKg", new BigDecimal("1e999")), "weightKg"),
                broken("a rate beyond excuse", r -> dose(r).put("mgPerKgPerHour", 100), "plannedDose.mgPerKgPerHour"),
                broken(
                        "a rate beyond numbers",
                        r -> dose(r).put("mgPerKgPerHour", new BigDecimal("1e400")),
                        "plannedDose.mgPerKgPerHour"),
                broken("a negative rate", r -> dose(r).put("mgPerKgPerHour", -0.5), "plannedDose.mgPerKgPerHour"),
                broken("no rate", r -> dose(r).put("mgPerKgPerHour", 0), "plannedDose.mgPerKgPerHour"),
                broken("a bolus beyond excuse", r -> dose(r).put("bolusMgPerKg", 50), "plannedDose.bolusMgPerKg"),
                broken("a single dose by vein", r -> dose(r).put("mgPerKg", 0.5), "plannedDose.mgPerKg"),
                broken("a rate by mouth", r -> r.put("route", "ORAL"), "plannedDose.mgPerKgPerHour"),
                broken(
                        "a single dose beyond excuse",
                        r -> {
                            r.put("route", "ORAL").remove("plannedDose");
                            dose(r).put("mgPerKg", 200);
                        },
                        "plannedDose.mgPerKg"),
                broken(
                        "a total beyond excuse",
                        r -> r.putObject("givenDose").put("totalMg", 100_001),
                        "givenDose.totalMg"),
                broken("nothing given", r -> r.putObject("givenDose").put("totalMg", 0), "givenDose.totalMg"),
                broken(
                        "a negative opioid dose",
                        r -> r.put("opioidMgMorphineEquivalentPerDay", -1),
                        "opioidMgMorphineEquivalentPerDay"));
    }

    static Stream<Arguments> breakingSeveralRules() {
        return Stream.of(
                arguments(
                        "an empty object",
                        "{}",
                        422,
                        fields("reference", "patient", "startedAt", "route", "ascertainment")),
                arguments(
                        "half a character",
                        report(r -> {}).replace("felt floaty", "\\ud83d felt").replace("P-0042", "P\\udc00"),
                        422,
                        fields("patient", "adverseEvents[0].verbatim")),
                broken(
                        "everything that can be",
                        r -> {
                            at(r, "2026-11-23T09:00:00+11:00")
                                    .put("weightKg", 7)
                                    .put("plannedSessions", 99);
                            r.put("endedAt", "2026-11-22T09:00:00+11:00").put("reference", "");
                            event(r).put("verbatim", "").put("onsetAt", "2026-11-22T09:00:00+11:00");
                            r.withArray("adverseEvents").addObject();
                        },
                        "startedAt",
                        "endedAt",
                        "weightKg",
                        "plannedSessions",
                        "reference",
                        "adverseEvents[0].verbatim",
                        "adverseEvents[0].onsetAt",
                        "adverseEvents[1].verbatim"));
    }

    @Test
    void beyondOneMebibyteIsTooLong() {
        Response answer = CLINIC.post(report(r -> r.put("reference", "r".repeat(1 << 20))));

        answer.then().statusCode(413).contentType("application/problem+json");
    }

    @Test
    void ofTenMegabytesIsTooLong() {
        Response answer = CLINIC.post("x".repeat(10_000_000));

        answer.then().statusCode(413).contentType("application/problem+json");
    }

    @Test
    void inAnotherFormatIsRefused() {
        Response answer = CLINIC.request()
                .contentType("text/plain")
                .body(SessionExample.REPORT)
                .post("/sessions");

        answer.then().statusCode(415).contentType("application/problem+json");
    }

    private static Arguments malformed(String what, String body, String... fields) {
        return arguments(what, body, 400, fields(fields));
    }

    private static Arguments broken(String what, Consumer<ObjectNode> changes, String... fields) {
        return arguments(what, report(changes), 422, fields(fields));
    }

    private static Set<String> fields(String... fields) {
        return new TreeSet<>(List.of(fields));
    }

    private static String report(Consumer<ObjectNode> changes) {
        return Clinic.report(SessionExample.REPORT, changes);
    }

    private static ObjectNode event(ObjectNode report) {
        return (ObjectNode) report.withArray("adverseEvents").get(0);
    }

    private static ObjectNode dose(ObjectNode report) {
        return report.withObject("plannedDose");
    }

    private static ObjectNode at(ObjectNode report, String start) {
        report.remove("endedAt");
        report.put("startedAt", start);
        event(report).remove(List.of("onsetAt", "resolvedAt"));
        return report;
    }
}
