package io.dripline.intake.session;

import io.dripline.contracts.session.PlannedDose;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import org.jspecify.annotations.Nullable;

/** The planned dose as it is posted; its bounds are argued in {@link Limits}. */
record NewPlannedDose(
        @DecimalMin(value = "0", message = BOLUS)
        @DecimalMax(value = Limits.BOLUS, inclusive = false, message = BOLUS)
        @Nullable
        Double bolusMgPerKg,

        @DecimalMin(value = "0", inclusive = false, message = RATE)
        @DecimalMax(value = Limits.RATE, inclusive = false, message = RATE)
        @Nullable
        Double mgPerKgPerHour,

        @DecimalMin(value = "0", inclusive = false, message = DOSE)
        @DecimalMax(value = Limits.DOSE, inclusive = false, message = DOSE)
        @Nullable
        Double mgPerKg) {

    private static final String BOLUS = "expected 0 to less than " + Limits.BOLUS + " mg/kg";
    private static final String RATE = "expected more than 0, less than " + Limits.RATE + " mg/kg/h";
    private static final String DOSE = "expected more than 0, less than " + Limits.DOSE + " mg/kg";

    /** Null where nothing is stated in it. */
    @Nullable
    PlannedDose stated() {
        return bolusMgPerKg == null && mgPerKgPerHour == null && mgPerKg == null
                ? null
                : new PlannedDose(bolusMgPerKg, mgPerKgPerHour, mgPerKg);
    }
}
