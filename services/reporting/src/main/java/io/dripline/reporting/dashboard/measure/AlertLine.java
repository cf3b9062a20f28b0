package io.dripline.reporting.dashboard.measure;

import io.dripline.contracts.alert.Alert;
import io.dripline.reporting.dashboard.layout.Addresses;
import io.dripline.reporting.dashboard.layout.AlertWords;
import io.dripline.reporting.dashboard.layout.Figures;
import io.dripline.reporting.dashboard.layout.ShownTime;
import io.dripline.reporting.monitor.Monitor;
import io.dripline.reporting.monitor.MonitorStatus;
import org.jspecify.annotations.Nullable;

/**
 * An alert that a monitor of exactly what is shown raised.
 *
 * @param evidence E as it was raised, as a page writes it
 * @param otherMonitor what its monitor is, where it is not the one whose evidence is drawn; null where it is
 * @param monitorHref of the monitor's page
 */
public record AlertLine(
        String id,
        ShownTime raisedAt,
        String evidence,
        AlertWords.Sentence state,
        @Nullable String otherMonitor,
        String monitorHref) {

    /** @param drawn id of the monitor whose evidence is drawn; null where none is */
    static AlertLine of(Alert alert, Monitor monitor, @Nullable String drawn) {
        return new AlertLine(
                alert.id().toString(),
                new ShownTime(alert.raisedAt()),
                Figures.eValue(alert.lnE()),
                AlertWords.of(alert),
                monitor.id().equals(drawn)
                        ? null
                        : monitor.status() == MonitorStatus.RETIRED ? "a retired monitor" : "another monitor",
                Addresses.monitor(monitor.id()));
    }
}
