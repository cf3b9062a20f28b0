package io.dripline.reporting.dashboard.layout;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** How proportions, counts and evidence are written on the pages. */
public final class Figures {

    private static final MathContext THREE_DIGITS = new MathContext(3);
    private static final MathContext ONE_DIGIT = new MathContext(1);
    private static final BigDecimal CERTAINTY = new BigDecimal(100);

    private Figures() {}

    /** A proportion as percent with one decimal, two below 1 %: 0.0617 becomes {@code 6.2 %}. */
    public static String percent(double proportion) {
        double percent = 100 * proportion;
        String form = percent != 0 && percent < 1 ? "%.2f %%" : "%.1f %%";
        return String.format(Locale.ROOT, form, percent);
    }

    /** A bound of a published range, as it was printed: without a decimal that was not there. */
    public static String printed(double proportion) {
        BigDecimal percent = BigDecimal.valueOf(proportion).movePointRight(2).stripTrailingZeros();
        return percent.toPlainString() + " %";
    }

    /** A null as percent, with three digits that tell something, and with so many more that it is never written as certainty. */
    public static String nullPercent(double p0) {
        BigDecimal exact = BigDecimal.valueOf(p0).movePointRight(2);
        BigDecimal rounded = exact.round(THREE_DIGITS);
        BigDecimal written = rounded.compareTo(CERTAINTY) < 0
                ? rounded
                : CERTAINTY.subtract(CERTAINTY.subtract(exact).round(ONE_DIGIT));
        return written.stripTrailingZeros().toPlainString() + " %";
    }

    /** A count with thousands separated by commas. */
    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** So many of something. @param one in the singular; more of them end in s */
    public static String count(long count, String one) {
        return count(count) + " " + one + (count == 1 ? "" : "s");
    }

    /** An e-value as a reader can compare it with its threshold; large and small ones by their power of ten. */
    public static String eValue(double lnE) {
        double log10 = lnE / Math.log(10);
        if (log10 >= 6 || log10 <= -3) {
            return String.format(Locale.ROOT, "10^%.0f", Math.floor(log10 + 1e-9));
        }
        double e = Math.exp(lnE);
        if (e >= 10) {
            return count(Math.round(e));
        }
        return String.format(Locale.ROOT, e < 0.1 ? "%.3f" : "%.2f", e);
    }

    /** A number with three digits that tell something. */
    public static String threeDigits(double number) {
        return new BigDecimal(number).round(THREE_DIGITS).stripTrailingZeros().toPlainString();
    }
}
