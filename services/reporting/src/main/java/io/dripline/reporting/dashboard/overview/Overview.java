package io.dripline.reporting.dashboard.overview;

import io.dripline.reporting.dashboard.chart.Drawing;
import io.dripline.reporting.dashboard.chart.ForestPlot;
import io.dripline.reporting.dashboard.chart.PercentAxis;
import io.dripline.reporting.dashboard.layout.AlertWords;
import io.dripline.reporting.dashboard.layout.ShownTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the overview shows, ready to be written down.
 *
 * @param headline whether something needs attention
 * @param alerts open alerts, the newest first
 * @param settled alerts that were closed or superseded, the newest first
 * @param systems any event, and the five systems of the evidence review, over all clinics
 * @param scale the axis that all systems share, so that they can be compared by eye
 * @param period the weeks that are counted; null while nothing is
 * @param posting how far clinics' posting is complete; null while nothing was posted in the weeks looked at
 * @param clinics one line for each clinic that has reported
 * @param alphaLeft what is left for monitors that officers make
 * @param asOf when the newest change that is counted was applied
 * @param notCurrent why newer changes may be missing, null if none are
 */
public record Overview(
        Headline headline,
        List<OpenAlert> alerts,
        List<SettledAlert> settled,
        List<SystemLine> systems,
        PercentAxis scale,
        @Nullable String period,
        @Nullable String posting,
        List<String> systemNames,
        List<ClinicLine> clinics,
        String alphaLeft,
        ShownTime asOf,
        @Nullable String notCurrent) {

    /** The list of alerts has all. */
    private static final int MOST_SETTLED = 3;

    /** What a reader learns in ten seconds. @param css attention, watch or calm */
    public record Headline(String css, String words) {}

    /** An alert about which nothing more is to be done. */
    public record SettledAlert(String id, String system, String where, ShownTime raisedAt, AlertWords.Sentence state) {}

    /**
     * An alert that nobody has closed.
     *
     * @param state what has become of it so far
     */
    public record OpenAlert(
            String id,
            String system,
            String where,
            AlertWords.Sentence state,
            String observed,
            String published,
            String highSince,
            ShownTime raisedAt,
            String evidence,
            String threshold,
            String promise,
            String remarks) {}

    /**
     * One measure against its published figure.
     *
     * @param id of the measure
     * @param css the verdict's name, or UNWATCHED
     * @param promise null where nobody watches
     * @param plot observed over published
     * @param rate observed, in per cent
     * @param counts affected of exposed, and the interval
     * @param awaiting how many await coding, null if none
     * @param study who published, null where nobody did
     * @param evidence how far it has come on its way to an alert; null where nothing is weighed
     * @param evidencePercent the same, 0 to 100
     * @param trend rates week by week; null where there are none
     * @param figures the same as numbers
     */
    public record SystemLine(
            String id,
            String name,
            String css,
            String verdict,
            @Nullable String promise,
            Drawing plot,
            String rate,
            String counts,
            @Nullable String awaiting,
            String published,
            @Nullable String study,
            @Nullable String evidence,
            long evidencePercent,
            @Nullable Drawing trend,
            SystemFigures figures) {

        public String evidenceSpoken() {
            return "%d percent of the way to an alert".formatted(evidencePercent);
        }
    }

    /** A clinic and its five systems. @param posting closed weeks of weeks; null where nothing was posted */
    public record ClinicLine(
            String name, List<ClinicCell> cells, @Nullable String posting) {}

    /** One system at one clinic. @param href of the page that tells more */
    public record ClinicCell(String href, String css, String shape, String verdict, String rate, String counts) {}

    /** Those of the settled alerts that are shown. */
    public List<SettledAlert> latestSettled() {
        return settled.subList(0, Math.min(MOST_SETTLED, settled.size()));
    }

    /** The axis above the systems' pictures. */
    public Drawing axis() {
        return ForestPlot.axis(scale, "Incidence in percent");
    }

    /** The systems' pictures in one. */
    public Drawing picture() {
        return ForestPlot.whole(
                "Observed incidence against the published range, first courses, all clinics, "
                        + (period == null ? "nothing counted yet" : period),
                "Point: observed proportion; line: its exact 95 % interval; band: published range.",
                systems.stream()
                        .map(system -> new ForestPlot.Line(
                                system.name(),
                                "%s (%s)"
                                        .formatted(
                                                system.rate(), system.figures().fraction()),
                                system.figures().mark()))
                        .toList(),
                scale);
    }
}
