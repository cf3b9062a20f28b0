package io.dripline.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.access.Caller;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each thing that no answer may be is found, and what may be is not. */
class CheckAnswerTest {

    private static final Operation DOOR =
            new Operation("GET", "/sessions/{id}", List.of(), null, Set.of(200, 401, 403, 404));
    private static final Planted PLANTED =
            new Planted("north", Set.of("zqmark", "north"), Set.of("zqcode"), Map.of(), Map.of(), Map.of());
    private static final Map<String, String> JSON = Map.of("content-type", "application/json");
    private static final Map<String, String> PROBLEM = Map.of("content-type", "application/problem+json");

    private final CheckAnswer check = new CheckAnswer(List.of(DOOR), PLANTED);

    @Test
    void nothingIsWrongWithWhatIsDescribed() {
        assertThat(faults(Kind.VALID, Caller.CLINIC, new Answer(200, JSON, "{\"words\": \"zqmark\"}")))
                .isEmpty();
        assertThat(faults(Kind.VALID, Caller.OTHER_CLINIC, new Answer(404, PROBLEM, "{\"status\": 404}")))
                .isEmpty();
        assertThat(faults(Kind.HOSTILE, Caller.NONE, new Answer(415, PROBLEM, "{\"status\": 415}")))
                .isEmpty();
    }

    @Test
    void findsFailures() {
        assertThat(faults(Kind.VALID, Caller.CLINIC, new Answer(503, PROBLEM, "{}")))
                .containsExactly("status 503");
        assertThat(faults(Kind.VALID, Caller.CLINIC, Answer.NONE)).containsExactly("no answer");
    }

    @Test
    void findsWhatIsNotDescribed() {
        assertThat(faults(Kind.VALID, Caller.CLINIC, new Answer(415, PROBLEM, "{}")))
                .containsExactly("undescribed status 415");
        assertThat(faults(Kind.HOSTILE, Caller.CLINIC, new Answer(201, JSON, "{}")))
                .containsExactly("undescribed status 201");
        assertThat(faults(Kind.VALID, Caller.CLINIC, new Answer(200, JSON, "{\"a\":")))
                .containsExactly("no JSON though it says so");
        assertThat(faults(Kind.VALID, Caller.CLINIC, new Answer(200, JSON, "{} {}")))
                .containsExactly("no JSON though it says so");
        assertThat(faults(Kind.VALID, Caller.CLINIC, new Answer(200, JSON, "")))
                .containsExactly("no JSON though it says so");
    }

    @Test
    void aPathThatIsNoneMayLeadToAClinicsPageAndNowhereElse() {
        assertThat(broken(303, "http://127.0.0.1:8080/clinic")).isEmpty();
        assertThat(broken(303, "http://localhost/clinic")).isEmpty();
        assertThat(broken(303, "http://evil.example/clinic")).containsExactly("undescribed status 303");
        assertThat(broken(303, "//evil.example")).containsExactly("undescribed status 303");
        assertThat(faults(Kind.HOSTILE, Caller.CLINIC, new Answer(303, Map.of("location", "/clinic"), "")))
                .containsExactly("undescribed status 303");
    }

    @Test
    void findsRefusalsThatAreNone() {
        assertThat(faults(Kind.VALID, Caller.CLINIC, new Answer(404, Map.of(), "")))
                .containsExactly("a bare 404");
        assertThat(faults(Kind.VALID, Caller.CLINIC, new Answer(404, Map.of("content-type", "text/html"), "<p>")))
                .containsExactly("a 404 that is no problem document: text/html");
        assertThat(faults(Kind.VALID, Caller.CLINIC, new Answer(404, PROBLEM, "{\"detail\": \"java.lang.X\"}")))
                .containsExactly("tells how the service is made: java.");
    }

    @Test
    void findsWhatOnlyOthersMaySee() {
        assertThat(faults(Kind.VALID, Caller.OTHER_CLINIC, new Answer(200, JSON, "{\"words\": \"zqmark\"}")))
                .containsExactly("shows other-clinic what is the clinic's");
        assertThat(faults(Kind.VALID, Caller.NONE, new Answer(401, PROBLEM, "{\"detail\": \"of north\"}")))
                .containsExactly("shows none what is the clinic's");
        assertThat(faults(Kind.VALID, Caller.OFFICER, new Answer(200, JSON, "{\"patient\": \"zqcode\"}")))
                .containsExactly("tells a patient's code");
    }

    private List<String> broken(int status, String location) {
        return check.faults(
                new Request(0, DOOR, Kind.HOSTILE, "", Caller.OTHER_CLINIC, "GET", "//", List.of(), null, true),
                new Answer(status, Map.of("location", location), ""));
    }

    private List<String> faults(Kind kind, Caller caller, Answer answer) {
        return check.faults(
                new Request(0, DOOR, kind, "", caller, "GET", "/sessions/1", List.of(), null, false), answer);
    }
}
