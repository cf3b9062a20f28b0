package io.dripline.reporting.dashboard.periodic;

import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.baseline.Baseline;
import io.dripline.reporting.completeness.PostedWeeks;
import io.dripline.reporting.incidence.IncidenceQuestion;
import io.dripline.reporting.incidence.Rate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a periodic report is made of, all read as of one moment.
 *
 * @param period the weeks, both stated, with the cohort and the unit
 * @param exposures of the cohort in the period, by unit
 * @param measures any event and each system, in the order of the report
 * @param alerts of the cohort that were raised, stepped on or open in the period, the oldest first
 * @param posted how far each clinic of the cohort posted its weeks of the period
 * @param notCurrent why newer changes may be missing, null if none are
 */
record PeriodicFacts(
        IncidenceQuestion period,
        Map<Unit, Long> exposures,
        List<MeasureFacts> measures,
        List<Alert> alerts,
        List<PostedWeeks> posted,
        @Nullable String notCurrent) {

    /**
     * One measure.
     *
     * @param published the figure that it is held against; null where there is none
     * @param terms affected exposures by coded term, the most first
     */
    record MeasureFacts(String measure, Rate rate, @Nullable Baseline published, Map<String, Long> terms) {}
}
