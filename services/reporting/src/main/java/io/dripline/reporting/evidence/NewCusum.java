package io.dripline.reporting.evidence;

import io.dripline.reporting.caller.Violations;
import io.dripline.statistics.BernoulliCusum;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A CUSUM to be judged.
 *
 * @param p0 proportion before a change, 0.001 to 0.999
 * @param oddsRatio what it is tuned to, 1.2 to 100
 * @param h its limit, above 0, at most 10
 */
@Schema(requiredProperties = {"p0", "oddsRatio", "h"})
record NewCusum(
        @Schema(minimum = "0.001", maximum = "0.999") @Nullable
        Double p0,

        @Schema(minimum = "1.2", maximum = "100") @Nullable Double oddsRatio,

        @Schema(description = "Above 0, at most 10") @Nullable
        Double h) {

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 422, naming every number that is missing or out of its range */
    BernoulliCusum read(Violations violations) {
        double p = within(violations, "p0", p0, BernoulliCusum.SMALLEST_P0, 1 - BernoulliCusum.SMALLEST_P0);
        double ratio = within(
                violations,
                "oddsRatio",
                oddsRatio,
                BernoulliCusum.SMALLEST_ODDS_RATIO,
                BernoulliCusum.LARGEST_ODDS_RATIO);
        double limit = within(violations, "h", h, Double.MIN_VALUE, BernoulliCusum.LARGEST_LIMIT);
        violations.refuseIfAny();
        return new BernoulliCusum(p, ratio, limit);
    }

    private static double within(Violations violations, String field, @Nullable Double value, double low, double high) {
        if (value == null) {
            violations.broken(field, "missing");
            return Double.NaN;
        }
        if (!(low <= value && value <= high)) {
            String range = low == Double.MIN_VALUE ? "above 0, at most" : low + " to";
            violations.broken(field, "expected %s %s, found %s".formatted(range, high, value));
        }
        return value;
    }
}
