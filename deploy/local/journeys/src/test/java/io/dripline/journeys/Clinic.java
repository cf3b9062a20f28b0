package io.dripline.journeys;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.local.stack.Part;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** A clinic's system: it signs in as a machine and states sessions. */
final class Clinic {

    private final TheLine line;
    private final String name;
    private final Tokens tokens;

    Clinic(TheLine line, String name) {
        this.line = line;
        this.name = name;
        this.tokens = Tokens.ofMachine(line.config(), name, "local-" + name);
    }

    String name() {
        return name;
    }

    /** A patient nobody has seen before. */
    static String newPatient() {
        return "P-" + UUID.randomUUID();
    }

    /** Posts a first session of a new patient with these events, and expects it to be taken. */
    Reported reports(String startedAt, String... events) {
        return posts(NewSession.of(newPatient(), startedAt, List.of(events)));
    }

    Reported posts(NewSession session) {
        Response answer = tryToPost(session);
        assertThat(answer.statusCode()).as(answer.asString()).isIn(200, 201);
        return new Reported(answer.path("id"), answer.header("ETag"), answer.statusCode());
    }

    /** Posts a session as the next step of a trace of its own, and expects it to be stored; its id. */
    String reports(String traceparent, NewSession session) {
        return given().auth()
                .oauth2(tokens.current())
                .contentType("application/json")
                .header("traceparent", traceparent)
                .body(session.json())
                .post(line.address(Part.INTAKE) + "/sessions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    Response tryToPost(NewSession session) {
        return given().auth()
                .oauth2(tokens.current())
                .contentType("application/json")
                .body(session.json())
                .post(line.address(Part.INTAKE) + "/sessions");
    }

    Reported amends(Reported reported, NewSession session) {
        Response answer = given().auth()
                .oauth2(tokens.current())
                .contentType("application/json")
                .header("If-Match", reported.etag())
                .header("Reason", "corrected against the chart")
                .body(session.json())
                .put(line.address(Part.INTAKE) + "/sessions/" + reported.id());
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return new Reported(reported.id(), answer.header("ETag"), 200);
    }

    Response reads(String id) {
        return given().auth().oauth2(tokens.current()).get(line.address(Part.INTAKE) + "/sessions/" + id);
    }

    void withdraws(Reported reported) {
        given().auth()
                .oauth2(tokens.current())
                .header("If-Match", reported.etag())
                .header("Reason", "posted for the wrong patient")
                .delete(line.address(Part.INTAKE) + "/sessions/" + reported.id())
                .then()
                .statusCode(204);
    }

    /** Asks for a patient's words to be erased, and expects that there were some. */
    void erases(String patient) {
        given().auth()
                .oauth2(tokens.current())
                .contentType("application/json")
                .body(Map.of("patient", patient, "ground", "CONSENT_WITHDRAWN"))
                .post(line.address(Part.INTAKE) + "/erasures")
                .then()
                .statusCode(201);
    }

    /** States for a day how many sessions it performed. */
    void tallies(LocalDate day, int performed) {
        given().auth()
                .oauth2(tokens.current())
                .contentType("application/json")
                .body(Map.of("sessionsPerformed", performed))
                .put(line.address(Part.INTAKE) + "/tallies/" + day)
                .then()
                .statusCode(200);
    }

    /** States for each day of a week that it performed what it has posted. */
    void talliesWhatItPosted(LocalDate monday) {
        Map<String, Integer> posted = given()
                .auth()
                .oauth2(tokens.current())
                .queryParam("from", monday.toString())
                .queryParam("to", monday.plusDays(6).toString())
                .get(line.address(Part.INTAKE) + "/tallies")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .<Map<String, Object>>getList("")
                .stream()
                .collect(Collectors.toMap(
                        day -> String.valueOf(day.get("date")), day -> (Integer) day.get("sessionsPosted")));
        monday.datesUntil(monday.plusDays(7)).forEach(day -> tallies(day, posted.getOrDefault(day.toString(), 0)));
    }

    /** A session as intake took it. */
    record Reported(String id, String etag, int status) {}
}
