package io.dripline.reporting.behalf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dripline.reporting.caller.Violations.Violation;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a problem document (RFC 9457) that says what was wrong with a request. */
@Singleton
class ReadRefusal {

    private static final int SERVER_ERRORS = 500;

    /** Nobody whom it does not know, does not let in or has too much of comes to what was asked, whoever says so on the way. */
    private static final Set<Integer> LEFT_AT_THE_DOOR = Set.of(401, 403, 429);

    private final ObjectMapper json;

    ReadRefusal(ObjectMapper json) {
        this.json = json;
    }

    /** The refusal; empty where the answer is none, so that what was asked may have been done all the same. */
    <T> Optional<Answer.Refused<T>> from(Response response) {
        int status = response.getStatus();
        if (status < 400 || status >= SERVER_ERRORS) {
            return Optional.empty();
        }
        try {
            JsonNode problem = json.readTree(response.readEntity(String.class));
            if (problem == null || problem.path("status").asInt() != status) {
                return withoutWords(status);
            }
            List<Violation> violations = new ArrayList<>();
            for (JsonNode violation : problem.path("violations")) {
                violations.add(new Violation(
                        violation.path("field").asText(),
                        violation.path("message").asText()));
            }
            String detail = problem.path("detail").asText();
            return Optional.of(new Answer.Refused<>(
                    status, detail.isEmpty() ? problem.path("title").asText() : detail, violations));
        } catch (JsonProcessingException | ProcessingException | IllegalArgumentException | IllegalStateException e) {
            return withoutWords(status);
        }
    }

    private static <T> Optional<Answer.Refused<T>> withoutWords(int status) {
        return LEFT_AT_THE_DOOR.contains(status)
                ? Optional.of(new Answer.Refused<>(status, "it answers " + status, List.of()))
                : Optional.empty();
    }
}
