package io.dripline.reporting.dashboard.periodic;

import io.dripline.reporting.dashboard.chart.Drawing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A periodic report, ready to be written down. It tells no time but those of the data, so that the same data give the same report.
 *
 * @param weeks the period in words
 * @param dates its first and last day
 * @param cohort whom it counts
 * @param unit what an exposure is
 * @param summary what a reader must know first, a sentence each
 * @param ticks of the axis that all lines share
 * @param published every published figure
 * @param citations of those, each once
 * @param alpha the probability that any monitor ever alarms falsely
 */
public record PeriodicReport(
        String weeks,
        String dates,
        String cohort,
        String unit,
        List<String> summary,
        List<Placed> ticks,
        List<MeasureLine> measures,
        List<TermLine> terms,
        List<AlertEntry> alerts,
        List<PostingLine> posting,
        List<StudyLine> published,
        List<String> citations,
        String alpha) {

    /** A tick's label, its left edge so many pixels from that of the lines' pictures. */
    public record Placed(long left, String label) {}

    /**
     * A measure against its published figure.
     *
     * @param counts affected of exposed
     * @param interval exact, 95 %; null without exposures
     * @param awaiting how many await coding, null if none
     * @param beside where the interval lies, in words; null where nothing can be said
     */
    public record MeasureLine(
            String name,
            Drawing plot,
            String rate,
            String counts,
            @Nullable String interval,
            @Nullable String awaiting,
            String published,
            @Nullable String source,
            @Nullable String beside) {}

    /** A coded term within a system. */
    public record TermLine(String system, String term, String counts, String rate) {}

    /** An alert, as far as it has come. */
    public record AlertEntry(
            String about,
            String observed,
            String evidence,
            String published,
            String promise,
            List<String> remarks,
            List<Step> steps) {}

    /** One step: when, what it was, by whom, and why. */
    public record Step(
            String at, String what, String by, @Nullable String reason) {}

    /** A clinic's posting. @param closed of so many weeks of the period @param silent weeks of which nothing is known */
    public record PostingLine(String clinic, String closed, String share, String silent) {}

    /** A published figure. */
    public record StudyLine(
            String measure, String source, String figure, String patients, String counted, String standing) {}
}
