package io.dripline.reporting.alert;

import io.dripline.contracts.alert.AlertEvidence;
import io.dripline.contracts.alert.WeekCount;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.reporting.completeness.OpenWeeks;
import io.dripline.reporting.incidence.ClinicWeekCount;
import io.dripline.reporting.incidence.IncidenceQuestion;
import io.dripline.reporting.incidence.Incidences;
import io.dripline.reporting.monitor.Monitor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * Weighs the exposures of closed clinic-weeks alone, as they are counted now, by the process of an alert.
 *
 * <p>An e-process may be stopped at any time, here at the end of any week: what reached the threshold once is not undone by the
 * weeks after it. So the evidence reaches the threshold if that of the closed weeks up to some week does.
 */
@ApplicationScoped
class WeighClosedWeeks {

    private final Incidences incidences;

    WeighClosedWeeks(Incidences incidences) {
        this.incidences = incidences;
    }

    /**
     * Asks for the counts of the monitor's cohort by clinic and week.
     *
     * @param handle counts hold whole reports
     * @param raisedOn what the alert is raised on
     * @param threshold on the scale of E
     */
    ClosedEvidence weigh(Handle handle, Monitor monitor, AlertEvidence raisedOn, double threshold, OpenWeeks open) {
        IncidenceQuestion question = IncidenceQuestion.weekly(
                List.of(monitor.measure()), monitor.unit(), monitor.cohort(), monitor.startWeek());
        List<WeekCount> closed = closed(incidences.byClinic(handle, question), open);
        IsoWeek crossing = raisedOn.weeks().getLast().week();
        return new ClosedEvidence(
                reaches(raisedOn, closed, Math.log(threshold)),
                open.within(monitor.clinic(), monitor.startWeek(), crossing));
    }

    /** The closed clinics' counts added up by week. */
    static List<WeekCount> closed(List<ClinicWeekCount> counts, OpenWeeks open) {
        SortedMap<IsoWeek, WeekCount> weeks = new TreeMap<>();
        counts.stream()
                .filter(count -> !open.contains(count.clinic(), count.week()))
                .map(count -> new WeekCount(count.week(), count.exposed(), count.affected()))
                .forEach(count -> weeks.merge(
                        count.week(),
                        count,
                        (a, b) -> new WeekCount(a.week(), a.exposed() + b.exposed(), a.affected() + b.affected())));
        return new ArrayList<>(weeks.values());
    }

    /** From the last week back, because the evidence of an excess that goes on is largest there. */
    static boolean reaches(AlertEvidence raisedOn, List<WeekCount> closed, double lnThreshold) {
        for (int weeks = closed.size(); weeks > 0; weeks--) {
            WeeklyEvidence upToWeek = WeeklyEvidence.of(
                    WeeklyEvidence.mixture(raisedOn), raisedOn.firstCountedWeek(), closed.subList(0, weeks));
            if (upToWeek.lnE() >= lnThreshold) {
                return true;
            }
        }
        return false;
    }
}
