package io.dripline.reporting.posting;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.dripline.reporting.caller.Violations.Violation;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * A session as intake stored it.
 *
 * @param status ACTIVE or WITHDRAWN
 * @param warnings what is unusual about it by the evidence review's tables, by the fields' paths
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ReportedSession(
        UUID id,
        int version,
        String status,
        String reference,
        OffsetDateTime startedAt,
        List<StoredEvent> adverseEvents,
        List<Violation> warnings) {

    /** An event of it; who asks needs to know how many there are. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record StoredEvent(UUID id) {}

    public ReportedSession {
        adverseEvents = List.copyOf(adverseEvents);
        warnings = List.copyOf(warnings);
    }
}
