package io.dripline.reporting.dashboard;

import io.dripline.statistics.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the overview shows, ready to be written down; lengths are pixels of {@link IncidenceAxis}.
 *
 * @param alerts open alerts, the newest first
 * @param settled alerts that were closed or superseded, the newest first
 * @param systems the five systems of the evidence review over all clinics
 * @param clinics one line for each clinic that has reported
 * @param asOf when the newest change that is counted was applied
 * @param notCurrent why newer changes may be missing, null if none are
 */
public record Overview(
        IncidenceAxis axis,
        List<OpenAlert> alerts,
        List<SettledAlert> settled,
        List<SystemLine> systems,
        List<String> systemNames,
        List<ClinicLine> clinics,
        String asOf,
        @Nullable String notCurrent) {

    /** A stretch of the axis. */
    public record Stretch(double from, double to) {

        public double length() {
            return to - from;
        }
    }

    /** An alert about which nothing more is to be done. */
    public record SettledAlert(String system, String where, String raisedAt, String state) {}

    /**
     * An alert that nobody has closed.
     *
     * @param state what has become of it so far
     */
    public record OpenAlert(
            String system,
            String where,
            String state,
            String observed,
            String published,
            String highSince,
            String raisedAt,
            String evidence,
            String threshold,
            String promise,
            String remarks) {}

    /**
     * One system against its published figure.
     *
     * @param band the published range, null where it is not printed as a number
     * @param interval exact 95 % interval, null without exposure
     * @param possible from the observed rate to what it may become once everything is coded, null if nothing awaits coding
     * @param evidencePercent how far ln E has come on its way to the threshold, 0 to 100
     */
    public record SystemLine(
            String name,
            Verdict verdict,
            String verdictWords,
            String promise,
            @Nullable Stretch band,
            @Nullable Stretch interval,
            double point,
            @Nullable Stretch possible,
            String rate,
            String counts,
            @Nullable String awaiting,
            String published,
            String study,
            long evidencePercent,
            String evidence,
            String spoken) {

        public String evidenceSpoken() {
            return "%d percent of the way to an alert".formatted(evidencePercent);
        }
    }

    /** A clinic and its five systems. */
    public record ClinicLine(String name, List<ClinicCell> cells) {}

    /** One system at one clinic. */
    public record ClinicCell(Verdict verdict, String shape, String rate, String counts) {}
}
