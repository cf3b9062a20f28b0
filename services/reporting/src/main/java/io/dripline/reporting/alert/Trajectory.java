package io.dripline.reporting.alert;

import io.dripline.contracts.alert.AlertEvidence;
import io.dripline.contracts.alert.WeekEvidence;
import io.dripline.reporting.monitor.Monitor;
import io.dripline.reporting.monitor.MonitorStatus;
import io.dripline.statistics.WeeklyMixture;
import java.util.List;

/** ln E as it stood, on the counts of now, after each week. */
public final class Trajectory {

    private Trajectory() {}

    /** Of what an alert was raised on, up to the crossing. */
    static List<WeekEvidence> of(AlertEvidence evidence) {
        return WeeklyEvidence.byWeek(WeeklyEvidence.mixture(evidence), evidence.firstCountedWeek(), evidence.weeks());
    }

    /** Of what a monitor was last judged on; the last point is what it was judged to be. Empty where it does not judge. */
    public static List<WeekEvidence> of(Monitor monitor, Judgement judgement) {
        WeeklyMixture mixture = monitor.mixture();
        return monitor.status() != MonitorStatus.ACTIVE
                        || mixture == null
                        || monitor.firstCountedWeek() == null
                        || judgement.lnE() == null
                ? List.of()
                : WeeklyEvidence.byWeek(mixture, monitor.firstCountedWeek(), judgement.counts());
    }
}
