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

/** Reads a problem document (RFC 9457) that says what was wrong with a request. */
@Singleton
class ReadRefusal {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERRORS = 500;

    private final ObjectMapper json;

    ReadRefusal(ObjectMapper json) {
        this.json = json;
    }

    /** The refusal; empty where the answer is none, and asking again may be answered otherwise. */
    <T> Optional<Answer.Refused<T>> from(Response response) {
        int status = response.getStatus();
        if (status < 400 || status >= SERVER_ERRORS || status == TOO_MANY_REQUESTS) {
            return Optional.empty();
        }
        try {
            JsonNode problem = json.readTree(response.readEntity(String.class));
            if (problem == null || problem.path("status").asInt() != status) {
                return Optional.empty();
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
            return Optional.empty();
        }
    }
}
