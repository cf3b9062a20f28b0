package io.dripline.reporting.posting;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dripline.reporting.caller.Violations.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why intake refused, as its problem documents say it.
 *
 * @param detail in a sentence
 * @param violations every violated field by its path
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Problem(@Nullable String detail, @Nullable List<Violation> violations) {

    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** What stands in a refusal's body; nothing where it is no problem document. */
    static Problem read(String body) {
        try {
            Problem read = JSON.readValue(body, Problem.class);
            return read == null ? new Problem(null, null) : read;
        } catch (JsonProcessingException e) {
            return new Problem(null, null);
        }
    }
}
