package io.dripline.reporting.baseline;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalLong;

/** The count that a printed percentage of a printed number of patients stands for. */
final class PercentageCount {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private PercentageCount() {}

    /**
     * The x of 0 to n whose percentage rounds to the printed one, at its precision, whichever way a half was rounded.
     * Where several do, because n is large for that precision, the largest: the uncertainty is given to the clinic.
     */
    static OptionalLong of(long n, BigDecimal percentage) {
        long nearest = percentage
                .add(halfOfLastDigit(percentage))
                .multiply(BigDecimal.valueOf(n))
                .divide(HUNDRED, 0, RoundingMode.FLOOR)
                .longValueExact();
        long x = Math.min(n, nearest);
        return roundsTo(x, n, percentage) ? OptionalLong.of(x) : OptionalLong.empty();
    }

    /** Whether x of n is the percentage, at its precision. */
    static boolean roundsTo(long x, long n, BigDecimal percentage) {
        BigDecimal patients = BigDecimal.valueOf(n);
        BigDecimal off = HUNDRED.multiply(BigDecimal.valueOf(x))
                .subtract(percentage.multiply(patients))
                .abs();
        return off.compareTo(halfOfLastDigit(percentage).multiply(patients)) <= 0;
    }

    /** How far the number itself may lie from its printed percentage, in per cent. */
    static BigDecimal halfOfLastDigit(BigDecimal percentage) {
        return BigDecimal.valueOf(5, percentage.scale() + 1);
    }
}
