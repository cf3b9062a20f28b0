package io.dripline.reporting.dashboard;

import java.math.BigDecimal;
import java.util.Locale;

/** How proportions and counts are written on the page. */
final class Shares {

    private Shares() {}

    /** A proportion as percent with one decimal, two below 1 %: 0.0617 becomes {@code 6.2 %}. */
    static String percent(double proportion) {
        double percent = 100 * proportion;
        String form = percent != 0 && percent < 1 ? "%.2f %%" : "%.1f %%";
        return String.format(Locale.ROOT, form, percent);
    }

    /** A bound of a published range, as it was printed: without a decimal that was not there. */
    static String printed(double proportion) {
        BigDecimal percent = BigDecimal.valueOf(proportion).movePointRight(2).stripTrailingZeros();
        return percent.toPlainString() + " %";
    }

    /** A count with thousands separated by commas. */
    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
