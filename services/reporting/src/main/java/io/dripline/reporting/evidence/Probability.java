package io.dripline.reporting.evidence;

import io.dripline.reporting.caller.Violations;
import org.jspecify.annotations.Nullable;

/** Reads a level or an error probability that a caller states. */
final class Probability {

    private Probability() {}

    /** The value, or the standard one where none is stated; what does not lie inside (0, 1) is noted. */
    static double read(Violations violations, String field, @Nullable Double stated, double standard) {
        double value = stated == null ? standard : stated;
        if (!(0 < value && value < 1)) {
            violations.broken(field, "expected a number inside (0, 1), found " + stated);
        }
        return value;
    }
}
