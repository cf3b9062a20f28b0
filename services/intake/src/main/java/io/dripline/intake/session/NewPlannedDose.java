package io.dripline.intake.session;

import io.dripline.contracts.session.PlannedDose;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import org.jspecify.annotations.Nullable;

/** The planned dose as it is posted; the bounds let pass whatever is not a mix-up of units. */
record NewPlannedDose(
        @DecimalMin(value = "0", message = BOLUS) @DecimalMax(value = "10", message = BOLUS) @Nullable
        Double bolusMgPerKg,

        @DecimalMin(value = "0", inclusive = false, message = RATE) @DecimalMax(value = "20", message = RATE) @Nullable
        Double mgPerKgPerHour,

        @DecimalMin(value = "0", inclusive = false, message = DOSE) @DecimalMax(value = "50", message = DOSE) @Nullable
        Double mgPerKg) {

    private static final String BOLUS = "expected 0 to 10 mg/kg";
    private static final String RATE = "expected more than 0, at most 20 mg/kg/h";
    private static final String DOSE = "expected more than 0, at most 50 mg/kg";

    /** Null where nothing is stated in it. */
    @Nullable
    PlannedDose stated() {
        return bolusMgPerKg == null && mgPerKgPerHour == null && mgPerKg == null
                ? null
                : new PlannedDose(bolusMgPerKg, mgPerKgPerHour, mgPerKg);
    }
}
