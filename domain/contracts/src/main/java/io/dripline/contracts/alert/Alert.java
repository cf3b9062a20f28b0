package io.dripline.contracts.alert;

import io.dripline.contracts.ContractJson;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.Unit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An alert with its evidence and history: the record of {@code dripline.alerts.v1}.
 *
 * @param schema {@link ContractJson#SCHEMA}
 * @param version grows with every step
 * @param monitor id of the monitor that raised it
 * @param cohort the monitor's filter over the cell's dimensions; empty for all
 * @param exposed exposures at the crossing
 * @param affected affected exposures at the crossing
 * @param lnE natural logarithm of the mixture e-value at the crossing
 * @param threshold on the scale of E: 1 / (alpha times the monitor's share)
 * @param highSinceWeek the week from which the evidence for an excess is strongest
 * @param trajectory ln E by week up to the crossing, ascending, on the evidence's counts; the last is {@code lnE}. Null in alerts
 *     from before it was stored: it follows from the evidence
 * @param figures the comparable published figures of that time, beside the rate at the crossing; null in alerts from before they
 *     were stored
 * @param superseded what corrections made of what it was raised on; null while the alert stands
 * @param history every step so far, the latest last
 */
public record Alert(
        int schema,
        UUID id,
        int version,
        String monitor,
        String measure,
        Unit unit,
        Map<String, String> cohort,
        AlertState state,
        @Nullable Assessment assessment,
        Promise promise,
        List<String> promiseRemarks,
        long exposed,
        long affected,
        double lnE,
        double threshold,
        Instant raisedAt,
        IsoWeek highSinceWeek,
        AlertEvidence evidence,
        @Nullable List<WeekEvidence> trajectory,
        @Nullable List<ComparedFigure> figures,
        @Nullable Superseded superseded,
        List<AlertStep> history) {

    public Alert {
        cohort = Map.copyOf(cohort);
        promiseRemarks = List.copyOf(promiseRemarks);
        history = List.copyOf(history);
        trajectory = trajectory == null ? null : List.copyOf(trajectory);
        figures = figures == null ? null : List.copyOf(figures);
    }

    /** Whether it stands against its monitor: it does for good, closed or not, unless it was superseded. */
    public boolean latched() {
        return superseded == null;
    }

    /** The next version: as it is after one more step. */
    public Alert after(AlertStep step) {
        return next(step, promise, promiseRemarks, superseded);
    }

    /** The next version, which no longer stands. */
    public Alert after(AlertStep step, Superseded corrected) {
        return next(step, promise, promiseRemarks, corrected);
    }

    /** The next version, which promises something else. */
    public Alert after(AlertStep step, Promise promised, List<String> remarks) {
        return next(step, promised, remarks, superseded);
    }

    private Alert next(AlertStep step, Promise promised, List<String> remarks, @Nullable Superseded corrected) {
        List<AlertStep> steps = new ArrayList<>(history);
        steps.add(step);
        return new Alert(
                schema,
                id,
                version + 1,
                monitor,
                measure,
                unit,
                cohort,
                step.state(),
                step.assessment() == null ? assessment : step.assessment(),
                promised,
                remarks,
                exposed,
                affected,
                lnE,
                threshold,
                raisedAt,
                highSinceWeek,
                evidence,
                trajectory,
                figures,
                corrected,
                steps);
    }
}
