package io.dripline.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every door answers to what it cannot take: a problem document with the right status and every field in error,
 * and nothing left behind. What a session's content may hold against it is in BadReportTest.
 */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class BadInputTest {

    private static final Clinic CLINIC = new Clinic("clinic-of-bad-input");
    private static final String SESSION = """
            {"reference": "there", "patient": "P-1", "startedAt": "2026-11-20T09:00:00+11:00", "route": "ORAL",
             "ascertainment": "CHECKLIST"}""";
    private static final String TALLY = "{\"sessionsPerformed\": 14}";
    private static final String EVENT = "{\"verbatim\": \"felt floaty\"}";
    private static final String UNKNOWN = "/sessions/01900000-0000-7000-8000-000000000000";
    private static final String EVENTS = "/sessions/{id}/adverse-events";

    private static String id;

    @BeforeEach
    void haveASession() {
        id = CLINIC.post(SESSION).path("id");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({
        "addresses",
        "parameters",
        "unknownParameters",
        "tallies",
        "events",
        "preconditions",
        "formats",
        "tokens",
        "lengths"
    })
    void isRefused(String what, Function<RequestSpecification, Response> send, int status, List<String> fields) {
        int before = Database.rows();

        Response answer = send.apply(CLINIC.request());

        answer.then().statusCode(status).contentType("application/problem+json");
        assertThat(answer.<Integer>path("status")).isEqualTo(status);
        assertThat(answer.<String>path("title")).isNotBlank();
        assertThat(Objects.requireNonNullElse(answer.<List<String>>path("violations.field"), List.of()))
                .isEqualTo(fields);
        assertThat(answer.asString()).doesNotContain("Exception", "io.dripline", "at [Source");
        assertThat(Database.rows()).isEqualTo(before);
    }

    static Stream<Arguments> addresses() {
        return Stream.of(
                refused("an unknown address", r -> r.get("/nowhere"), 404),
                refused("an address below a tally", r -> r.get("/tallies/2026-11-22/who"), 404),
                refused("an unknown session", r -> r.get(UNKNOWN), 404),
                refused("no id", r -> r.get("/sessions/first"), 404),
                refused("an id with NUL", r -> r.urlEncodingEnabled(false).get("/sessions/%00"), 404),
                refused("an event of an unknown session", r -> json(r, EVENT).post(UNKNOWN + "/adverse-events"), 404),
                refused("an event of no id", r -> json(r, EVENT).post("/sessions/first/adverse-events"), 404),
                refused("another method on sessions", r -> r.delete("/sessions"), 405),
                refused("another method on a session", r -> r.patch("/sessions/{id}", id), 405),
                refused("another method on events", r -> r.get(EVENTS, id), 405),
                refused("another method on the batch", r -> r.get("/sessions/batch"), 405),
                refused("another method on tallies", r -> json(r, TALLY).post("/tallies"), 405),
                refused("another method on a tally", r -> r.delete("/tallies/2026-11-22"), 405));
    }

    static Stream<Arguments> parameters() {
        return Stream.of(
                refused("a word for a date", r -> r.get("/sessions?from=yesterday"), 400, "from"),
                refused("a day that is none", r -> r.get("/sessions?to=2026-02-30"), 400, "to"),
                refused("a date with time", r -> r.get("/sessions?from=2026-11-22T00:00:00Z"), 400, "from"),
                refused("a far date", r -> r.get("/sessions?to=%2B12026-01-01"), 400, "to"),
                refused("dates in reverse", r -> r.get("/sessions?from=2026-11-22&to=2026-11-21"), 422, "to"),
                refused("no limit", r -> r.get("/sessions?limit=0"), 400, "limit"),
                refused("a limit beyond the limit", r -> r.get("/sessions?limit=201"), 400, "limit"),
                refused("half a limit", r -> r.get("/sessions?limit=1.5"), 400, "limit"),
                refused("a huge limit", r -> r.get("/sessions?limit=99999999999999999999"), 400, "limit"),
                refused("a made-up cursor", r -> r.get("/sessions?after=7"), 400, "after"),
                refused("half a cursor", r -> r.get("/sessions?after=2026-11-22_"), 400, "after"),
                refused("a cursor without a day", r -> r.get("/sessions?after=2026-22-11_" + id), 400, "after"),
                refused(
                        "all of them",
                        r -> r.get("/sessions?from=x&to=y&after=z&limit=many"),
                        400,
                        "after",
                        "from",
                        "limit",
                        "to"),
                refused("a page of history by name", r -> r.get("/sessions/{id}/versions?after=one", id), 400, "after"),
                refused(
                        "both of a history's",
                        r -> r.get("/sessions/{id}/versions?after=-1&limit=0", id),
                        400,
                        "after",
                        "limit"),
                refused("tallies by name", r -> r.get("/tallies?from=monday&to=sunday"), 400, "from", "to"),
                refused("tallies in reverse", r -> r.get("/tallies?from=2026-11-22&to=2026-11-21"), 422, "to"));
    }

    static Stream<Arguments> unknownParameters() {
        return Stream.of(
                refused("a misspelt date of a list", r -> r.get("/sessions?form=2026-11-16"), 400, "form"),
                refused("a date of another case", r -> r.get("/sessions?From=2026-11-16"), 400, "From"),
                refused("a date twice", r -> r.get("/sessions?from=2026-11-16&from=2026-11-17"), 400, "from"),
                refused(
                        "an unknown one beside a malformed one",
                        r -> r.get("/sessions?colour=red&limit=many&from=2026-11-22&to=2026-11-21"),
                        400,
                        "colour",
                        "limit"),
                refused("one of a history", r -> r.get("/sessions/{id}/versions?from=2026-11-16", id), 400, "from"),
                refused("one of a session", r -> r.get("/sessions/{id}?version=1", id), 400, "version"),
                refused("one of an unknown session", r -> r.get(UNKNOWN + "?version=1"), 400, "version"),
                refused("one of a report", r -> json(r, SESSION).post("/sessions?dryRun=true"), 400, "dryRun"),
                refused("one of a bad report", r -> json(r, "{").post("/sessions?dryRun=true"), 400, "dryRun"),
                refused(
                        "one of an amendment",
                        r -> json(r.header("If-Match", "\"1\"").header("Reason", "because"), SESSION)
                                .put("/sessions/{id}?reason=because", id),
                        400,
                        "reason"),
                refused("one of an event", r -> json(r, EVENT).post(EVENTS + "?version=1", id), 400, "version"),
                refused(
                        "one of a withdrawal",
                        r -> r.header("If-Match", "\"1\"")
                                .header("Reason", "because")
                                .delete("/sessions/{id}?force=true", id),
                        400,
                        "force"),
                refused(
                        "one of a batch",
                        r -> r.contentType("application/x-ndjson")
                                .body(SESSION.replace("\n", "").getBytes(StandardCharsets.UTF_8))
                                .post("/sessions/batch?limit=1"),
                        400,
                        "limit"),
                refused("one of nobody", r -> given().get("/sessions/{id}?version=1", id), 401),
                refused(
                        "one of a visitor",
                        r -> given().auth()
                                .oauth2(Tokens.person("visitor", "visitor"))
                                .get("/sessions/{id}?version=1", id),
                        403),
                refused("one of tallies", r -> r.get("/tallies?limit=10"), 400, "limit"),
                refused("one of a tally", r -> json(r, TALLY).put("/tallies/2026-11-22?clinic=x"), 400, "clinic"));
    }

    static Stream<Arguments> tallies() {
        return Stream.of(
                refused("a tally of no day", r -> json(r, TALLY).put("/tallies/yesterday"), 400, "date"),
                refused("a tally of an impossible day", r -> json(r, TALLY).put("/tallies/2026-02-30"), 400, "date"),
                refused("a tally of tomorrow", r -> json(r, TALLY).put("/tallies/2026-11-24"), 422, "date"),
                refused("a tally of 1999", r -> json(r, TALLY).put("/tallies/1999-12-31"), 422, "date"),
                tally("an empty tally", "{}", 422, "sessionsPerformed"),
                tally("a tally of null", "{\"sessionsPerformed\": null}", 422, "sessionsPerformed"),
                tally("a negative tally", "{\"sessionsPerformed\": -1}", 422, "sessionsPerformed"),
                tally("a tally beyond reason", "{\"sessionsPerformed\": 10001}", 422, "sessionsPerformed"),
                tally("a tally beyond integers", "{\"sessionsPerformed\": 3000000000}", 400, "sessionsPerformed"),
                tally("half a tally", "{\"sessionsPerformed\": 1.5}", 400, "sessionsPerformed"),
                tally("a huge tally", "{\"sessionsPerformed\": 1e400}", 400, "sessionsPerformed"),
                tally("a bomb", "{\"sessionsPerformed\": 1e1000000000}", 400, "sessionsPerformed"),
                tally("a tally as text", "{\"sessionsPerformed\": \"14\"}", 400, "sessionsPerformed"),
                tally("a tally and more", "{\"sessionsPerformed\": 14, \"of\": 20}", 400, "of"),
                tally("two tallies", TALLY + TALLY, 400, "body"),
                tally("a tally twice", "{\"sessionsPerformed\": 14, \"sessionsPerformed\": 15}", 400),
                tally("a bare number", "14", 400, "body"),
                tally("nothing", "", 400, "body"));
    }

    static Stream<Arguments> events() {
        return Stream.of(
                event("an event without words", "{}", 422, "verbatim"),
                event("blank words", "{\"verbatim\": \" \"}", 422, "verbatim"),
                event("NUL", "{\"verbatim\": \"sick\\u0000\"}", 422, "verbatim"),
                event("half a character", "{\"verbatim\": \"sick \\ud83e\"}", 422, "verbatim"),
                event("long words", "{\"verbatim\": \"" + "x".repeat(4001) + "\"}", 422, "verbatim"),
                event(
                        "an onset before the session",
                        "{\"verbatim\": \"sick\", \"onsetAt\": \"2026-11-20T08:59:59+11:00\"}",
                        422,
                        "onsetAt"),
                event(
                        "an end before the session",
                        "{\"verbatim\": \"\", \"resolvedAt\": \"2026-11-19T09:00:00+11:00\"}",
                        422,
                        "resolvedAt",
                        "verbatim"),
                event("an event with an id", "{\"verbatim\": \"sick\", \"id\": \"0\"}", 400, "id"),
                event("an unknown severity", "{\"verbatim\": \"sick\", \"severity\": \"BAD\"}", 400, "severity"),
                event("a list of events", "[" + EVENT + "]", 400, "body"),
                event("brackets", "[".repeat(100_000), 400));
    }

    static Stream<Arguments> preconditions() {
        return Stream.of(
                change("no version", null, 428),
                change("a blank version", " ", 428),
                change("a version without quotes", "1", 400, "If-Match"),
                change("half a version", "\"1", 400, "If-Match"),
                change("a list with a hole", "\"1\",,\"2\"", 400, "If-Match"),
                change("a star in a list", "*, \"1\"", 400, "If-Match"),
                change("a list of two thousand versions", "\"7\",".repeat(1999) + "\"8\"", 400, "If-Match"),
                change("a weak version", "W/\"1\"", 412),
                change("other versions", "\"7\", \"8\"", 412),
                change("an impossible version", "\"x\"", 412),
                refused("an event of no version", r -> event(r.header("If-Match", "1")), 400, "If-Match"),
                refused("an event of a weak version", r -> event(r.header("If-Match", "W/\"1\"")), 412),
                refused("an event of another version", r -> event(r.header("If-Match", "\"2\"")), 412),
                refused("no reason", r -> r.header("If-Match", "\"1\"").delete("/sessions/{id}", id), 400, "Reason"),
                refused(
                        "an essay for a reason",
                        r -> r.header("If-Match", "\"1\"")
                                .header("Reason", "x".repeat(501))
                                .delete("/sessions/{id}", id),
                        400,
                        "Reason"));
    }

    static Stream<Arguments> formats() {
        return Stream.of(
                refused("a session as text", r -> text(r, SESSION).post("/sessions"), 415),
                refused("an amendment as text", r -> text(r, SESSION).put("/sessions/{id}", id), 415),
                refused("an event as text", r -> text(r, EVENT).post(EVENTS, id), 415),
                refused("a tally as text", r -> text(r, TALLY).put("/tallies/2026-11-22"), 415),
                refused("a batch as one document", r -> json(r, SESSION).post("/sessions/batch"), 415),
                refused("a list as text", r -> r.accept("text/plain").get("/sessions"), 406));
    }

    static Stream<Arguments> tokens() {
        return Stream.of(
                        stranger("nobody", () -> null, 401),
                        stranger("an expired token", () -> Tokens.expired("clinic-of-bad-input"), 401),
                        stranger("a foreign token", () -> Tokens.signedByAnother("clinic-of-bad-input"), 401),
                        stranger("a token from elsewhere", () -> Tokens.fromAnotherIssuer("clinic-of-bad-input"), 401),
                        stranger("a token for elsewhere", () -> Tokens.forAnotherAudience("clinic-of-bad-input"), 401),
                        stranger("a clinic without an id", Tokens::clinicWithoutId, 403),
                        stranger("a visitor", () -> Tokens.person("visitor", "visitor"), 403))
                .flatMap(rows -> rows);
    }

    static Stream<Arguments> lengths() {
        String tenMegabytes = "x".repeat(10_000_000);
        return Stream.of(
                refused("10 MB for a session", r -> json(r, tenMegabytes).post("/sessions"), 413),
                refused("10 MB for an event", r -> json(r, tenMegabytes).post(EVENTS, id), 413),
                refused("10 MB for a tally", r -> json(r, tenMegabytes).put("/tallies/2026-11-22"), 413));
    }

    private static Arguments refused(
            String what, Function<RequestSpecification, Response> send, int status, String... fields) {
        return arguments(what, send, status, Arrays.asList(fields));
    }

    private static Arguments tally(String what, String body, int status, String... fields) {
        return refused(what, r -> json(r, body).put("/tallies/2026-11-22"), status, fields);
    }

    private static Arguments event(String what, String body, int status, String... fields) {
        return refused(what, r -> json(r, body).post(EVENTS, id), status, fields);
    }

    private static Response event(RequestSpecification request) {
        return json(request, EVENT).post(EVENTS, id);
    }

    private static Arguments change(String what, String ifMatch, int status, String... fields) {
        return refused(
                what,
                r -> (ifMatch == null ? r : r.header("If-Match", ifMatch))
                        .header("Reason", "because")
                        .delete("/sessions/{id}", id),
                status,
                fields);
    }

    /** Knocks at every door. */
    private static Stream<Arguments> stranger(String who, Supplier<String> token, int status) {
        Function<RequestSpecification, RequestSpecification> as = ignored -> {
            String value = token.get();
            return value == null ? given() : given().auth().oauth2(value);
        };
        return Stream.of(
                refused(who + " reports", r -> json(as.apply(r), SESSION).post("/sessions"), status),
                refused(who + " lists", r -> as.apply(r).get("/sessions"), status),
                refused(who + " adds an event", r -> json(as.apply(r), EVENT).post(EVENTS, id), status),
                refused(who + " states a tally", r -> json(as.apply(r), TALLY).put("/tallies/2026-11-22"), status),
                refused(who + " reads tallies", r -> as.apply(r).get("/tallies"), status),
                refused(
                        who + " sends a batch",
                        r -> as.apply(r)
                                .contentType("application/x-ndjson")
                                .body(SESSION.getBytes(StandardCharsets.UTF_8))
                                .post("/sessions/batch"),
                        status));
    }

    private static RequestSpecification json(RequestSpecification request, String body) {
        return request.contentType("application/json").body(body);
    }

    private static RequestSpecification text(RequestSpecification request, String body) {
        return request.contentType("text/plain")
                .header("If-Match", "\"1\"")
                .header("Reason", "because")
                .body(body);
    }
}
