package io.dripline.reporting.evidence;

import io.dripline.reporting.caller.Violations;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * E-values to choose from.
 *
 * @param e at most 10,000, each 0 or more
 * @param alpha false discovery rate, inside (0, 1); 0.05 unless stated
 */
@Schema(requiredProperties = "e")
record NewEbh(
        @Schema(maxItems = 10000, description = "Each 0 or more") @Nullable
        List<@Nullable Double> e,

        @Schema(description = "False discovery rate, inside (0, 1); 0.05 unless stated", defaultValue = "0.05")
        @Nullable
        Double alpha) {

    private static final int MOST = 10_000;

    /** Their logarithms; what is wrong is noted, and they are then of no use. */
    List<Double> read(Violations violations) {
        if (e == null) {
            violations.broken("e", "missing");
            return List.of();
        }
        if (e.size() > MOST) {
            violations.broken("e", "expected at most %d, found %d".formatted(MOST, e.size()));
        }
        List<Double> lnE = new ArrayList<>(e.size());
        for (int i = 0; i < e.size(); i++) {
            Double value = e.get(i);
            if (value == null || !(value >= 0 && value < Double.POSITIVE_INFINITY)) {
                violations.broken("e[%d]".formatted(i), "expected a finite number of 0 or more, found " + value);
            } else {
                lnE.add(StrictMath.log(value));
            }
        }
        return lnE;
    }
}
