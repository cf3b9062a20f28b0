package io.dripline.reporting.monitor;

import java.math.BigDecimal;

/**
 * Who holds how much of the installation's alpha. A share once given is spent, also when its monitor is retired.
 *
 * @param alpha probability that any monitor of the installation ever alarms falsely
 * @param allClinics for the five systems over all clinics
 * @param clinics for the five systems at each clinic, in the order in which clinics appear
 * @param officers for the monitors that officers make
 */
public record DividedAlpha(double alpha, Part allClinics, Part clinics, Part officers) {

    /**
     * A part of alpha, each number a share of the whole.
     *
     * @param share what the part is, 0 to 1
     * @param spent what monitors have of it
     * @param left what monitors that are still to be made can have
     */
    public record Part(double share, double spent, double left) {

        /** Exact in the decimals that were stated, which sums of doubles are not. */
        static Part of(BigDecimal share, BigDecimal spent) {
            return new Part(
                    share.doubleValue(),
                    spent.doubleValue(),
                    share.subtract(spent).max(BigDecimal.ZERO).doubleValue());
        }
    }
}
