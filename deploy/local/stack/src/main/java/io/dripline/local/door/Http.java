package io.dripline.local.door;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Requests that must succeed, and JSON as the API has it. */
public final class Http {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /**
     * The body of a 2xx.
     *
     * @throws LineFailure if nobody answers, or with anything else
     */
    public String send(HttpRequest.Builder request) {
        HttpRequest ready = request.timeout(PATIENCE).build();
        try {
            HttpResponse<String> answer = Exchange.within(PATIENCE, client, ready);
            if (answer.statusCode() / 100 != 2) {
                throw new LineFailure("%s %s was answered with %d: %s"
                        .formatted(ready.method(), ready.uri(), answer.statusCode(), start(answer.body())));
            }
            return answer.body();
        } catch (ConnectException nobody) {
            throw new LineFailure(
                    "nothing answers at %s://%s; start the system with ./dripline up and leave it running beside this"
                            .formatted(ready.uri().getScheme(), ready.uri().getAuthority()),
                    nobody);
        } catch (IOException broken) {
            throw new LineFailure("%s %s failed: %s".formatted(ready.method(), ready.uri(), broken), broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new LineFailure("was interrupted", stopped);
        }
    }

    /**
     * JSON that was answered.
     *
     * @throws LineFailure if it is something else
     */
    public JsonNode read(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException notJson) {
            throw new LineFailure("expected JSON, found " + start(body), notJson);
        }
    }

    /** JSON to be sent, without what is null. */
    public String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + value.getClass(), e);
        }
    }

    private static String start(String body) {
        return body.length() <= 300 ? body : body.substring(0, 300) + "…";
    }
}
