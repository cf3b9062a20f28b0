package io.dripline.intake;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A clinic's system, talking to the service. */
public record Clinic(String id) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Lines are sent as they are, in UTF-8. */
    private static final RestAssuredConfig LINES = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig()
                    .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT)
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                    .defaultContentCharset(StandardCharsets.UTF_8));

    /** A report like the example, with changes. */
    public static String report(String example, Consumer<ObjectNode> changes) {
        try {
            ObjectNode report = (ObjectNode) JSON.readTree(example);
            changes.accept(report);
            return JSON.writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public Response post(String body) {
        return request().contentType("application/json").body(body).post("/sessions");
    }

    public Response put(String id, String ifMatch, String reason, String body) {
        return request()
                .contentType("application/json")
                .header("If-Match", ifMatch)
                .header("Reason", reason)
                .body(body)
                .put("/sessions/{id}", id);
    }

    public Response batch(String lines) {
        return request()
                .config(LINES)
                .contentType("application/x-ndjson")
                .body(lines)
                .post("/sessions/batch");
    }

    /** Posts so many plain sessions that a planner takes notice of them. */
    public void postMany(String startedAt) {
        String lines = IntStream.range(0, 1000)
                .mapToObj(i -> """
                        {"reference": "%1$s %2$d", "patient": "P-1", "startedAt": "%1$s", "route": "ORAL", "ascertainment": "CHECKLIST"}""".formatted(startedAt, i))
                .collect(Collectors.joining("\n"));
        batch(lines).then().statusCode(200);
    }

    public Response delete(String id, String ifMatch, String reason) {
        return request().header("If-Match", ifMatch).header("Reason", reason).delete("/sessions/{id}", id);
    }

    public Response get(String id) {
        return request().get("/sessions/{id}", id);
    }

    public RequestSpecification request() {
        return given().auth().oauth2(Tokens.clinic(id));
    }
}
