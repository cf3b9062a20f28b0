package io.dripline.contracts.session;

import io.dripline.contracts.ContractJson;
import java.util.Map;
import java.util.UUID;

/**
 * The words of a session's events, as they are sealed in its record.
 *
 * @param schema {@link ContractJson#SCHEMA}
 * @param words by the event's id, masked; an event whose words were erased is absent
 */
public record EventWords(int schema, Map<UUID, String> words) {

    public EventWords {
        words = words == null ? Map.of() : Map.copyOf(words);
    }
}
