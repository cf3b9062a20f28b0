package io.dripline.reporting.alert;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.alert.AlertEvidence;
import io.dripline.contracts.alert.AlertStep;
import io.dripline.contracts.alert.ComparedFigure;
import io.dripline.contracts.alert.Superseded;
import io.dripline.contracts.alert.WeekEvidence;
import io.dripline.reporting.opinion.ComparableFigures;
import io.dripline.reporting.opinion.SecondOpinions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An alert with all that led to it.
 *
 * @param trajectory ln E as it stood, on the counts at the crossing, after each week up to it, ascending
 * @param superseded what corrections made of what it was raised on; null while the alert stands
 * @param secondOpinions other methods' answers about the counts at the crossing, never mixed with the alert
 * @param figures the comparable published figures, beside the rate at the crossing
 * @param history every step so far, the latest last: who, when and why
 */
public record AlertDetail(
        @JsonUnwrapped AlertSummary alert,
        AlertEvidence evidence,
        List<WeekEvidence> trajectory,
        @Nullable Superseded superseded,
        SecondOpinions secondOpinions,
        List<ComparedFigure> figures,
        List<AlertStep> history) {

    static AlertDetail of(Alert alert, SecondOpinions atTheCrossing, ComparableFigures figures) {
        return new AlertDetail(
                AlertSummary.of(alert, figures),
                alert.evidence(),
                alert.trajectory() == null ? Trajectory.of(alert.evidence()) : alert.trajectory(),
                alert.superseded(),
                atTheCrossing,
                figures.figures(),
                alert.history());
    }
}
