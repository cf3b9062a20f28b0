package io.dripline.journeys;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;

import io.dripline.local.stack.Part;
import io.dripline.local.stack.StackConfig;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A safety officer who asks the API. */
final class Officer {

    private final StackConfig config;
    private final Tokens tokens;

    Officer(TheLine line) {
        this(line.config());
    }

    Officer(StackConfig config) {
        this.config = config;
        this.tokens = Tokens.ofPerson(config, "officer");
    }

    /** The one row of {@code /api/incidence} without {@code by}. */
    Row incidence(String measure, String unit, String clinic, String from, String to) {
        JsonPath answer = get(
                "/api/incidence", Map.of("measure", measure, "unit", unit, "clinic", clinic, "from", from, "to", to));
        return new Row(
                answer.getLong("rows[0].exposed"),
                answer.getLong("rows[0].affected"),
                answer.getLong("rows[0].possible"));
    }

    /** Which complete count is shown. */
    int generation() {
        return get("/api/incidence", Map.of()).getInt("generation");
    }

    List<Map<String, Object>> comparisons() {
        return get("/api/comparisons", Map.of()).getList("");
    }

    /** The comparisons to the letter: today's, or those of a past time. */
    String said(@Nullable Instant asOf) {
        return given().auth()
                .oauth2(tokens.current())
                .queryParams(asOf == null ? Map.of() : Map.of("asOf", asOf.toString()))
                .get(config.address(Part.REPORTING) + "/api/comparisons")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    /** As a PDF document; both weeks inclusive. */
    byte[] periodicReport(String from, String to) {
        return given().auth()
                .oauth2(tokens.current())
                .queryParams("from", from, "to", to)
                .get(config.address(Part.REPORTING) + "/reports/periodic.pdf")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
    }

    Map<String, Object> comparison(String measure, Map<String, String> cohort) {
        return comparisons().stream()
                .filter(c -> measure.equals(c.get("measure")) && cohort.equals(c.get("cohort")))
                .findFirst()
                .orElse(Map.of());
    }

    /** All alerts, whatever they are about. */
    List<Map<String, Object>> alerts() {
        return get("/api/alerts", Map.of()).getList("");
    }

    List<Map<String, Object>> alerts(String measure, String clinic) {
        return alerts().stream()
                .filter(alert -> measure.equals(alert.get("measure"))
                        && Map.of("clinic", clinic).equals(alert.get("cohort")))
                .toList();
    }

    /** What waits for a person about these words, if anything does; the journeys leave less than a page. */
    Optional<Map<String, Object>> review(String words) {
        return get(Part.CLASSIFICATION, "/reviews", Map.of("limit", "200"))
                .<Map<String, Object>>getList("items")
                .stream()
                .filter(review -> words.equals(review.get("words")))
                .findFirst();
    }

    /**
     * Rules on words, for all sessions that hold them.
     *
     * @param decision {@code terms} or {@code notAnEvent}, and a reason
     * @return how many sessions that are
     */
    int rules(String review, int revised, Map<String, Object> decision) {
        return given().auth()
                .oauth2(tokens.current())
                .contentType("application/json")
                .header("If-Match", "\"%d\"".formatted(revised))
                .body(decision)
                .put(config.address(Part.CLASSIFICATION) + "/reviews/" + review + "/ruling")
                .then()
                .statusCode(200)
                .body("revision", is(revised + 1))
                .extract()
                .path("sessionsAffected");
    }

    /** Which version of an alert stands now. */
    int version(String alert) {
        return get("/api/alerts/" + alert, Map.of()).getInt("version");
    }

    /** Takes a step about an alert that was read in this version. */
    void steps(String alert, int version, String step, Map<String, Object> stated) {
        given().auth()
                .oauth2(tokens.current())
                .contentType("application/json")
                .header("If-Match", "\"%d\"".formatted(version))
                .body(stated)
                .post(config.address(Part.REPORTING) + "/api/alerts/" + alert + "/" + step)
                .then()
                .statusCode(200)
                .body("version", is(version + 1));
    }

    private JsonPath get(String path, Map<String, String> query) {
        return get(Part.REPORTING, path, query);
    }

    private JsonPath get(Part part, String path, Map<String, String> query) {
        return given().auth()
                .oauth2(tokens.current())
                .queryParams(query)
                .get(config.address(part) + path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Counts of one answer. */
    record Row(long exposed, long affected, long possible) {}
}
