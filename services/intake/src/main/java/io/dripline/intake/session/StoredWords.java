package io.dripline.intake.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

/** The words of a version's events, gathered into one column of a query over {@code session_version v}. */
final class StoredWords {

    /** A column named {@code words}. */
    static final String COLUMN = """
            (select json_object_agg(event_id, verbatim) from session_text t
             where t.session_id = v.session_id and t.version = v.version) as words
            """;

    private static final ObjectMapper JSON = new ObjectMapper();

    private StoredWords() {}

    /** The current row's words by event. */
    static Map<UUID, String> of(ResultSet row) throws SQLException {
        String json = row.getString("words");
        if (json == null) {
            return Map.of();
        }
        try {
            return JSON.readValue(json, new TypeReference<Map<UUID, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("json_object_agg gave something else", e);
        }
    }
}
