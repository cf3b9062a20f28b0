package io.dripline.reporting.alert;

import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.alert.AlertState;
import io.dripline.contracts.alert.Assessment;
import io.dripline.contracts.alert.Promise;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.opinion.ComparableFigures;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An alert as it is listed, and the {@code alert} event of the stream.
 *
 * @param exposed exposures at the crossing
 * @param affected affected exposures at the crossing
 * @param lnE natural logarithm of the mixture e-value at the crossing
 * @param threshold on the scale of E
 * @param exceedsFigures of the comparable published figures, how many the rate at the crossing lies above
 * @param ofFigures comparable published figures
 */
public record AlertSummary(
        UUID id,
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
        long exceedsFigures,
        long ofFigures,
        int version) {

    /**
     * The summary of one version of an alert.
     *
     * @param figures beside its rate at the crossing
     */
    public static AlertSummary of(Alert alert, ComparableFigures figures) {
        return new AlertSummary(
                alert.id(),
                alert.monitor(),
                alert.measure(),
                alert.unit(),
                alert.cohort(),
                alert.state(),
                alert.assessment(),
                alert.promise(),
                alert.promiseRemarks(),
                alert.exposed(),
                alert.affected(),
                alert.lnE(),
                alert.threshold(),
                alert.raisedAt(),
                alert.highSinceWeek(),
                figures.exceeded(),
                figures.of(),
                alert.version());
    }

    /** The one clinic that the alert is about; null where it is about several. */
    public @Nullable String clinic() {
        return cohort.get("clinic");
    }

    /**
     * Whether a caller bound to {@code onlyClinic} may see it; null for a caller who sees every clinic. What counts
     * several clinics is not for one of them: it could subtract its own and be left with the others'.
     */
    public boolean visibleTo(@Nullable String onlyClinic) {
        return onlyClinic == null || onlyClinic.equals(clinic());
    }
}
