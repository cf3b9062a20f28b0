package io.dripline.reporting.dashboard.clinic;

import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.reporting.comparison.Comparison;
import io.dripline.reporting.incidence.IncidenceSum;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a clinic's rates are made of.
 *
 * @param comparisons of its own monitors
 * @param alerts its own, the newest first
 * @param weeks its first courses by week from the beginning, of ANY and of each system
 * @param everybody first courses of each clinic, of the same measures; never shown
 * @param thisWeek the week of the look
 * @param asOf when the newest change that is counted was applied
 * @param notCurrent why newer changes may be missing, null if none are
 */
record ClinicFacts(
        String clinic,
        List<Comparison> comparisons,
        List<Alert> alerts,
        List<IncidenceSum> weeks,
        List<IncidenceSum> everybody,
        IsoWeek thisWeek,
        Instant asOf,
        @Nullable String notCurrent) {

    /** Of one measure, ascending. */
    List<IncidenceSum> weeksOf(String measure) {
        return weeks.stream().filter(week -> week.measure().equals(measure)).toList();
    }

    /** Of one measure, by clinic. */
    List<IncidenceSum> everybodyOf(String measure) {
        return everybody.stream().filter(sum -> sum.measure().equals(measure)).toList();
    }
}
