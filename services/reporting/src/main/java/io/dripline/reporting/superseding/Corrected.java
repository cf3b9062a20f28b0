package io.dripline.reporting.superseding;

import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.alert.AlertEvidence;
import io.dripline.contracts.alert.WeekCount;
import io.dripline.reporting.alert.JudgedWeek;
import io.dripline.reporting.alert.WeeklyEvidence;
import java.util.List;

/**
 * What the sessions that an alert was raised on count for in another state than that in which it was raised.
 *
 * @param lnE natural logarithm of the mixture e-value, by the alert's own null, prior, weights and first counted week
 */
record Corrected(long exposed, long affected, double lnE) {

    /** @param weeks ascending, each week once */
    static Corrected of(Alert alert, List<JudgedWeek> weeks) {
        AlertEvidence raised = alert.evidence();
        AlertEvidence corrected = new AlertEvidence(
                raised.baseline(),
                raised.p0(),
                raised.nullAscertainment(),
                raised.nullWindow(),
                raised.alphaShare(),
                raised.priorA(),
                raised.priorB(),
                raised.startWeight(),
                raised.laterHalfWithin(),
                raised.firstCountedWeek(),
                weeks.stream()
                        .map(week -> new WeekCount(week.week(), week.exposed(), week.affected()))
                        .toList());
        return new Corrected(
                weeks.stream().mapToLong(JudgedWeek::exposed).sum(),
                weeks.stream().mapToLong(JudgedWeek::affected).sum(),
                WeeklyEvidence.of(corrected).lnE());
    }

    /** Whether an alert would be raised on it, by the comparison that raised this one. */
    boolean reachesThresholdOf(Alert alert) {
        return lnE >= Math.log(alert.threshold());
    }
}
