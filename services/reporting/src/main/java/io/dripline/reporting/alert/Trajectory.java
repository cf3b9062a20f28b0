package io.dripline.reporting.alert;

import io.dripline.contracts.alert.AlertEvidence;
import io.dripline.contracts.alert.WeekCount;
import io.dripline.contracts.alert.WeekEvidence;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.reporting.monitor.Monitor;
import io.dripline.reporting.monitor.MonitorStatus;
import io.dripline.statistics.WeeklyMixture;
import java.util.ArrayList;
import java.util.List;

/** ln E as it stood, on the counts of now, after each week. */
public final class Trajectory {

    private Trajectory() {}

    /** Of what an alert was raised on, up to the crossing. */
    static List<WeekEvidence> of(AlertEvidence evidence) {
        return of(WeeklyEvidence.mixture(evidence), evidence.firstCountedWeek(), evidence.weeks());
    }

    /** Of what a monitor was last judged on; the last point is what it was judged to be. Empty where it does not judge. */
    public static List<WeekEvidence> of(Monitor monitor, Judgement judgement) {
        WeeklyMixture mixture = monitor.mixture();
        return monitor.status() != MonitorStatus.ACTIVE
                        || mixture == null
                        || monitor.firstCountedWeek() == null
                        || judgement.lnE() == null
                ? List.of()
                : of(mixture, monitor.firstCountedWeek(), judgement.counts());
    }

    private static List<WeekEvidence> of(WeeklyMixture mixture, IsoWeek firstCounted, List<WeekCount> weeks) {
        List<WeekEvidence> points = new ArrayList<>();
        for (int i = 0; i < weeks.size(); i++) {
            WeeklyEvidence upToWeek = WeeklyEvidence.of(mixture, firstCounted, weeks.subList(0, i + 1));
            points.add(new WeekEvidence(weeks.get(i).week(), upToWeek.lnE()));
        }
        return points;
    }
}
