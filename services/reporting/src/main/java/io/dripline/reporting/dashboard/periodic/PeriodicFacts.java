package io.dripline.reporting.dashboard.periodic;

import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.baseline.Baseline;
import io.dripline.reporting.completeness.PostedWeeks;
import io.dripline.reporting.incidence.IncidenceQuestion;
import io.dripline.reporting.incidence.Rate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a periodic report is made of, all read as of one moment.
 *
 * @param period the weeks, both stated, with the cohort and the unit
 * @param exposures of the cohort in the period, by unit
 * @param measures any event and each system, in the order of the report
 * @param alerts about exactly this cohort that were raised, decided on or open in the period, the oldest first
 * @param end when the period is over
 * @param clinics of the cohort, every one that was ever seen
 * @param posted how far clinics posted their weeks of the period, of those of which something is known
 * @param alpha the probability that any monitor ever alarms falsely
 */
record PeriodicFacts(
        IncidenceQuestion period,
        Map<Unit, Long> exposures,
        List<MeasureFacts> measures,
        List<Alert> alerts,
        Instant end,
        List<String> clinics,
        List<PostedWeeks> posted,
        double alpha) {

    /**
     * One measure.
     *
     * @param published the figure that stands beside it; null where there is none
     * @param alike whether that figure counts the like of what is counted here
     * @param terms affected exposures by coded term, the most first
     */
    record MeasureFacts(
            String measure, Rate rate, @Nullable Baseline published, boolean alike, Map<String, Long> terms) {}
}
