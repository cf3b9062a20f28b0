package io.dripline.reporting.baseline;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The numbers in a figure as printed, each with the precision that it is printed with. */
final class Numerals {

    private static final Pattern NUMERAL = Pattern.compile("\\d+(\\.\\d+)?");

    /** Above what a double adds to a printed number, below the last digit of any that is printed. */
    private static final double CLOSE = 1e-9;

    private Numerals() {}

    /** The number as the text prints it, empty if it does not. */
    static Optional<BigDecimal> find(String printed, double number) {
        return NUMERAL.matcher(printed)
                .results()
                .map(MatchResult::group)
                .map(BigDecimal::new)
                .filter(numeral -> Math.abs(numeral.doubleValue() - number) < CLOSE)
                .findFirst();
    }

    /** The percentage that the text prints for a proportion, empty if it prints none. */
    static Optional<BigDecimal> percentage(String printed, double proportion) {
        return find(printed, 100 * proportion);
    }
}
