package io.dripline.reporting.monitor;

import java.math.BigDecimal;

/**
 * How the installation's alpha is divided. The shares sum to at most 1 however many clinics come: 0.5 for the five
 * systems over all clinics, 0.4 for the clinics (the sum of 1 / (k (k + 1)) is 1), 0.1 for monitors that officers make.
 */
final class AlphaShares {

    /** Share of one system over all clinics. */
    static final double ALL_CLINICS = 0.1;

    /** All systems over all clinics together. */
    static final BigDecimal SYSTEMS = new BigDecimal("0.5");

    /** All systems at all clinics that may ever come. */
    static final BigDecimal CLINICS = new BigDecimal("0.4");

    /** All monitors that officers may ever make. */
    static final BigDecimal OFFICERS = new BigDecimal("0.1");

    private AlphaShares() {}

    /**
     * Share of one system at one clinic.
     *
     * @param ordinal the clinic's place in the order of first appearance, 1 or more
     * @param systems how many systems share what the clinic has, 1 or more
     */
    static double ofClinic(int ordinal, int systems) {
        if (ordinal < 1 || systems < 1) {
            throw new IllegalArgumentException(
                    "expected ordinal and systems of 1 or more, found %d and %d".formatted(ordinal, systems));
        }
        return CLINICS.doubleValue() / ((double) ordinal * (ordinal + 1)) / systems;
    }
}
