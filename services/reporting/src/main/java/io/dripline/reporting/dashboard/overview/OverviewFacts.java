package io.dripline.reporting.dashboard.overview;

import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.reporting.comparison.Comparison;
import io.dripline.reporting.completeness.PostedWeeks;
import io.dripline.reporting.incidence.IncidenceSum;
import io.dripline.reporting.monitor.DividedAlpha;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the overview is made of.
 *
 * @param comparisons of every monitor
 * @param alerts all, the newest first
 * @param weeks first courses by week over all clinics from the beginning, of ANY and of each system
 * @param posted of each clinic, in the last weeks that are over
 * @param officers the part of alpha for monitors that officers make
 * @param thisWeek the week of the look
 * @param asOf when the newest change that is counted was applied
 * @param notCurrent why newer changes may be missing, null if none are
 */
record OverviewFacts(
        List<Comparison> comparisons,
        List<Alert> alerts,
        List<IncidenceSum> weeks,
        List<PostedWeeks> posted,
        DividedAlpha.Part officers,
        IsoWeek thisWeek,
        Instant asOf,
        @Nullable String notCurrent) {

    /** Of one measure, ascending. */
    List<IncidenceSum> weeksOf(String measure) {
        return weeks.stream().filter(week -> week.measure().equals(measure)).toList();
    }

    /** Weeks of the trend, this one among them. */
    static final int TREND_WEEKS = 26;

    /** Weeks that are over whose posting is looked at. */
    static final int POSTED_WEEKS = 12;

    static IsoWeek trendFrom(IsoWeek thisWeek) {
        return thisWeek.plus(1 - TREND_WEEKS);
    }

    static IsoWeek postedFrom(IsoWeek thisWeek) {
        return thisWeek.plus(-POSTED_WEEKS);
    }

    static IsoWeek postedTo(IsoWeek thisWeek) {
        return thisWeek.plus(-1);
    }

    IsoWeek trendFrom() {
        return trendFrom(thisWeek);
    }

    IsoWeek postedFrom() {
        return postedFrom(thisWeek);
    }

    IsoWeek postedTo() {
        return postedTo(thisWeek);
    }
}
