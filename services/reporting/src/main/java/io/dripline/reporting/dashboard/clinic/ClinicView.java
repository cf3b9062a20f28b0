package io.dripline.reporting.dashboard.clinic;

import io.dripline.reporting.dashboard.chart.Drawing;
import io.dripline.reporting.dashboard.chart.ForestPlot;
import io.dripline.reporting.dashboard.chart.PercentAxis;
import io.dripline.reporting.dashboard.layout.AlertWords;
import io.dripline.reporting.dashboard.layout.ShownTime;
import io.dripline.reporting.dashboard.overview.Overview.SystemLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A clinic's rates, ready to be written down.
 *
 * @param headline whether an alert is open
 * @param css of the headline
 * @param alerts its own that are open, the newest first
 * @param systems any event, and the five systems of the evidence review
 * @param scale the axis that all systems share
 * @param period the weeks that are counted; null while nothing is
 * @param asOf when the newest change that is counted was applied
 * @param notCurrent why newer changes may be missing, null if none are
 */
public record ClinicView(
        String headline,
        String css,
        List<OwnAlert> alerts,
        List<OwnSystem> systems,
        PercentAxis scale,
        @Nullable String period,
        ShownTime asOf,
        @Nullable String notCurrent) {

    /** An alert of the clinic that nobody has closed. */
    public record OwnAlert(
            String system,
            String observed,
            String published,
            String highSince,
            ShownTime raisedAt,
            AlertWords.Sentence state,
            String promise) {}

    /** One measure. @param others the other clinics together, or that they are not shown */
    public record OwnSystem(SystemLine line, String others) {}

    public ClinicView {
        alerts = List.copyOf(alerts);
        systems = List.copyOf(systems);
    }

    /** The axis above the systems' pictures. */
    public Drawing axis() {
        return ForestPlot.axis(scale, "Incidence in percent");
    }
}
