package io.dripline.intake.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.dripline.intake.privacy.FreeText;
import io.dripline.privacy.seal.DataKey;
import io.dripline.privacy.seal.TextPlace;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;

/** The words of a version's events and their key, gathered into two columns of a query over {@code session_version v}. */
@Singleton
class StoredWords {

    /** Columns named {@code words} and {@code wrapped}. */
    static final String COLUMNS = """
            (select json_object_agg(event_id, encode(sealed, 'hex')) from session_text t
             where t.session_id = v.session_id and t.version = v.version) as words,
            (select wrapped from patient_key k where k.session_id = v.session_id and k.version = v.version) as wrapped
            """;

    private static final ObjectReader SEALED_BY_EVENT =
            new ObjectMapper().readerFor(new TypeReference<Map<UUID, String>>() {});

    private final FreeText freeText;

    StoredWords(FreeText freeText) {
        this.freeText = freeText;
    }

    /** The current row's words by event; none where their key is gone. */
    Map<UUID, String> of(ResultSet row) throws SQLException {
        String json = row.getString("words");
        byte[] wrapped = row.getBytes("wrapped");
        if (json == null || wrapped == null) {
            return Map.of();
        }
        DataKey key = freeText.open(wrapped);
        TextPlace place = new TextPlace(row.getObject("session_id", UUID.class), row.getInt("version"));
        try {
            Map<UUID, String> words = new HashMap<>();
            SEALED_BY_EVENT
                    .<Map<UUID, String>>readValue(json)
                    .forEach((event, hex) ->
                            words.put(event, key.open(HexFormat.of().parseHex(hex), place.ofWords(event))));
            return words;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("json_object_agg gave something else", e);
        }
    }
}
