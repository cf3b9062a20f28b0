package io.dripline.contracts.alert;

import io.dripline.contracts.incidence.IsoWeek;
import java.util.List;

/**
 * Everything from which an alert's ln E can be computed again.
 *
 * @param baseline id of the published figure
 * @param p0 null incidence, in (0, 1)
 * @param alphaShare share of the installation's alpha, in (0, 1]
 * @param priorA first parameter of the Beta prior
 * @param priorB second parameter of the Beta prior
 * @param firstCountedWeek the week from which the mixture counts, frozen
 * @param weeks counts by week at the crossing, ascending
 */
public record AlertEvidence(
        String baseline,
        double p0,
        double alphaShare,
        double priorA,
        double priorB,
        IsoWeek firstCountedWeek,
        List<WeekCount> weeks) {

    public AlertEvidence {
        weeks = List.copyOf(weeks);
    }
}
