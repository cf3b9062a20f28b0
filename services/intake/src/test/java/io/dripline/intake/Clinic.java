package io.dripline.intake;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.function.Consumer;

/** A clinic's system, talking to the service. */
public record Clinic(String id) {

    private static final ObjectMapper JSON = new ObjectMapper();

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
