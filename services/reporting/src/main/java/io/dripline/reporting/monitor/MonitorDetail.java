package io.dripline.reporting.monitor;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;

/**
 * A monitor with what happened to it.
 *
 * @param history the oldest step first
 */
public record MonitorDetail(
        @JsonUnwrapped Monitor monitor, Instant createdAt, String createdBy, List<MonitorStep> history) {

    public MonitorDetail {
        history = List.copyOf(history);
    }

    static MonitorDetail of(Monitor monitor, List<MonitorStep> history) {
        return new MonitorDetail(monitor, monitor.createdAt(), monitor.createdBy(), history);
    }
}
