package io.dripline.intake.session;

import io.dripline.contracts.ContractJson;
import io.dripline.contracts.session.ActionTaken;
import io.dripline.contracts.session.AdverseEvent;
import io.dripline.contracts.session.Causality;
import io.dripline.contracts.session.Outcome;
import io.dripline.contracts.session.Seriousness;
import io.dripline.contracts.session.SessionAttributes;
import io.dripline.contracts.session.Severity;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A session's structured content as it is stored: everything but the reporters' words, which lie apart. */
record StoredContent(int schema, SessionAttributes attributes, List<StoredEvent> events) {

    /** One event without its words. */
    record StoredEvent(
            UUID id,
            @Nullable OffsetDateTime onsetAt,
            @Nullable OffsetDateTime resolvedAt,
            @Nullable Severity severity,
            List<Seriousness> seriousness,
            @Nullable Outcome outcome,
            @Nullable ActionTaken actionTaken,
            @Nullable Causality causality) {

        static StoredEvent of(AdverseEvent event) {
            return new StoredEvent(
                    event.id(),
                    event.onsetAt(),
                    event.resolvedAt(),
                    event.severity(),
                    event.seriousness(),
                    event.outcome(),
                    event.actionTaken(),
                    event.causality());
        }

        /** @param verbatim null: erased */
        AdverseEvent inTheWords(@Nullable String verbatim) {
            return new AdverseEvent(
                    id, verbatim, onsetAt, resolvedAt, severity, seriousness, outcome, actionTaken, causality);
        }
    }

    static StoredContent of(SessionAttributes attributes, List<AdverseEvent> events) {
        return new StoredContent(
                ContractJson.SCHEMA,
                attributes,
                events.stream().map(StoredEvent::of).toList());
    }

    static StoredContent read(String json) {
        return ContractJson.read(json.getBytes(StandardCharsets.UTF_8), StoredContent.class);
    }

    String json() {
        return new String(ContractJson.write(this), StandardCharsets.UTF_8);
    }

    /** The events in the words that are still there; an event whose words were erased has none. */
    List<AdverseEvent> inTheWords(Map<UUID, String> words) {
        return events.stream()
                .map(event -> event.inTheWords(words.get(event.id())))
                .toList();
    }
}
