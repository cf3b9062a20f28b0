package io.dripline.intake.session;

import io.dripline.contracts.session.GivenDose;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import org.jspecify.annotations.Nullable;

/** The given dose as it is posted. */
record NewGivenDose(
        @DecimalMin(value = "0", inclusive = false, message = TOTAL)
        @DecimalMax(value = Limits.TOTAL, message = TOTAL)
        @Nullable
        Double totalMg) {

    private static final String TOTAL = "expected more than 0, at most " + Limits.TOTAL + " mg";

    /** Null where nothing is stated in it. */
    @Nullable
    GivenDose stated() {
        return totalMg == null ? null : new GivenDose(totalMg);
    }
}
