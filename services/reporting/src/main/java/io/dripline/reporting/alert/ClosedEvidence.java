package io.dripline.reporting.alert;

import io.dripline.reporting.completeness.ClinicAndWeek;
import java.util.List;

/**
 * What closed clinic-weeks alone say of an alert.
 *
 * @param reaches whether their evidence reaches the alert's threshold
 * @param open the clinic-weeks up to the crossing in which sessions may still be missing, ascending
 */
public record ClosedEvidence(boolean reaches, List<ClinicAndWeek> open) {

    public ClosedEvidence {
        open = List.copyOf(open);
    }
}
