package io.dripline.contracts.alert;

import io.dripline.contracts.ContractJson;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.Unit;
import java.time.Instant;
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
        List<AlertStep> history) {

    public Alert {
        cohort = Map.copyOf(cohort);
        promiseRemarks = List.copyOf(promiseRemarks);
        history = List.copyOf(history);
    }
}
