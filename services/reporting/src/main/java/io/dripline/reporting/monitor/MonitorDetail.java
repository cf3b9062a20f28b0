package io.dripline.reporting.monitor;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A monitor with what happened to it.
 *
 * @param createdBy a person, or the software; null to clinics
 * @param history the oldest step first
 */
public record MonitorDetail(
        @JsonUnwrapped Monitor monitor,

        Instant createdAt,

        @Schema(description = "Who made it, a person or the software; null to clinics") @Nullable
        String createdBy,

        List<MonitorStep> history) {

    public MonitorDetail {
        history = List.copyOf(history);
    }

    /** What happened and when, without the persons who did it and the words in which they said why. */
    MonitorDetail withoutWhoAndWhy() {
        return new MonitorDetail(
                monitor,
                createdAt,
                null,
                history.stream().map(MonitorStep::withoutWhoAndWhy).toList());
    }

    static MonitorDetail of(Monitor monitor, List<MonitorStep> history) {
        return new MonitorDetail(monitor, monitor.createdAt(), monitor.createdBy(), history);
    }
}
