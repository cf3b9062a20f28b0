package io.dripline.reporting.evidence;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.dripline.statistics.Interval;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the methods say of numbers that a caller states; the plain e-process, not a monitor's mixture over weeks.
 *
 * @param lnE natural logarithm of the e-value
 * @param threshold on the scale of E: 1 / alpha
 * @param alwaysValidP p-value that holds at all looks at once, had this been the strongest evidence
 * @param exactTail P(X >= affected) if p0 were true, at this one look
 * @param clopperPearson exact 95 % interval, [low, high]
 * @param wilson score 95 % interval, [low, high]
 * @param lowerConfidenceSequence smallest p0 that the evidence does not refute, at all looks at once
 * @param smallestAffectedToAlert of as many exposed; exposed + 1 where even all would not alert
 * @param maxSprt the binomial MaxSPRT, null without a horizon
 */
public record Evidence(
        double lnE,
        double threshold,
        double alwaysValidP,
        double exactTail,

        @JsonFormat(shape = JsonFormat.Shape.ARRAY) @Schema(type = SchemaType.ARRAY, implementation = double.class)
        Interval clopperPearson,

        @JsonFormat(shape = JsonFormat.Shape.ARRAY) @Schema(type = SchemaType.ARRAY, implementation = double.class)
        Interval wilson,

        double lowerConfidenceSequence,
        long smallestAffectedToAlert,
        @Nullable MaxSprt maxSprt) {

    /**
     * Binomial MaxSPRT for a stated horizon.
     *
     * @param llr log-likelihood ratio, null where more are exposed than the horizon: the test ended before
     * @param criticalValue a signal lies above it
     */
    public record MaxSprt(@Nullable Double llr, double criticalValue) {}
}
