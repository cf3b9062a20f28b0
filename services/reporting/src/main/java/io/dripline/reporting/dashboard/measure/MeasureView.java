package io.dripline.reporting.dashboard.measure;

import io.dripline.reporting.dashboard.chart.Drawing;
import io.dripline.reporting.dashboard.chart.ForestMark;
import io.dripline.reporting.dashboard.chart.ForestPlot;
import io.dripline.reporting.dashboard.chart.PercentAxis;
import io.dripline.reporting.dashboard.layout.ShownTime;
import io.dripline.reporting.incidence.Rate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that a measure's page shows and keeps current.
 *
 * @param shown which exposures
 * @param query of the address, with its question mark; empty where nothing is filtered
 * @param total over all weeks shown
 * @param rate of the total, as the page writes it; null without exposure
 * @param period the weeks with exposures; null without any
 * @param weekly rates by week; null without exposures
 * @param weeks behind the picture, ascending
 * @param evidence of the monitor that watches exactly this; null where none does
 * @param alerts that any monitor of exactly this raised, a retired one too, the newest first
 * @param watched monitors of the measure that watch something else, to go to
 * @param terms within the measure, the most affected first
 * @param ours the observed rate as a line of the forest plot
 * @param studies what was published of the measure, the comparable first
 * @param notCurrent why newer changes may be missing, null if none are
 */
public record MeasureView(
        Shown shown,
        String query,
        Rate total,
        @Nullable String rate,
        @Nullable String counts,
        @Nullable String awaiting,
        @Nullable String period,
        @Nullable Drawing weekly,
        List<WeekLine> weeks,
        @Nullable EvidenceView evidence,
        List<AlertLine> alerts,
        List<Watched> watched,
        List<TermLine> terms,
        ForestMark ours,
        PercentAxis scale,
        List<StudyLine> studies,
        ShownTime asOf,
        @Nullable String notCurrent) {

    /** A monitor of the measure. @param href of the page that shows what it watches */
    public record Watched(String name, String href) {}

    /** Longer lists are for the file. */
    private static final int MOST_TERMS = 20;

    public MeasureView {
        weeks = List.copyOf(weeks);
        alerts = List.copyOf(alerts);
        watched = List.copyOf(watched);
        terms = List.copyOf(terms);
        studies = List.copyOf(studies);
    }

    public String id() {
        return shown.measure();
    }

    public String words() {
        return shown.words();
    }

    public List<TermLine> mostTerms() {
        return terms.subList(0, Math.min(MOST_TERMS, terms.size()));
    }

    /** What can be held against what is shown, as far as is known. */
    public List<StudyLine> comparable() {
        return studies.stream()
                .filter(study -> study.resemblance() != StudyLine.Resemblance.UNLIKE)
                .toList();
    }

    /** What cannot. */
    public List<StudyLine> notComparable() {
        return studies.stream()
                .filter(study -> study.resemblance() == StudyLine.Resemblance.UNLIKE)
                .toList();
    }

    public Drawing oursDrawn() {
        return ForestPlot.row(ours, scale);
    }

    public Drawing axis() {
        return ForestPlot.axis(scale, "Incidence in percent");
    }

    /** Our rate and the studies' figures in one picture. */
    public Drawing forest() {
        return ForestPlot.whole(
                "Observed and published: " + shown.words() + (period == null ? "" : ", " + period),
                "Circle: observed, with its exact 95 % interval; diamonds: counts of studies with theirs; bands: published ranges.",
                Stream.concat(
                                Stream.of(new ForestPlot.Line(
                                        "Observed",
                                        rate == null ? "nothing yet" : "%s (%s)".formatted(rate, counts),
                                        ours)),
                                studies.stream()
                                        .map(study -> new ForestPlot.Line(
                                                study.figure().study(), study.printed(), study.mark())))
                        .toList(),
                scale);
    }
}
