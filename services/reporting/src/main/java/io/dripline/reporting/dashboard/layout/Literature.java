package io.dripline.reporting.dashboard.layout;

import io.dripline.reporting.baseline.Baseline;
import io.dripline.reporting.baseline.FigureKind;
import io.dripline.reporting.dashboard.chart.Published;
import io.dripline.statistics.Interval;
import org.jspecify.annotations.Nullable;

/** What was published, as pages write and draw it. */
public final class Literature {

    private static final String UP_TO = "up to ";

    private Literature() {}

    /** The figure in as few characters as it was printed in. */
    public static String printed(Baseline figure) {
        Double high = figure.rangeHigh();
        if (high == null) {
            return figure.printed().split("[,;]", 2)[0].replace("%", "share");
        }
        Double low = figure.rangeLow();
        return low == null
                ? Figures.printed(high)
                : Figures.printed(low).replace(" %", "") + "–" + Figures.printed(high);
    }

    /** Who printed it, and where. */
    public static String source(Baseline figure) {
        return figure.study() + ", " + figure.place().split(",", 2)[0];
    }

    /** The range that was printed, from zero where it says "up to"; null where it is one figure or none. */
    public static @Nullable Interval band(Baseline figure) {
        Double high = figure.rangeHigh();
        Double low = figure.rangeLow();
        if (high == null) {
            return null;
        }
        if (low != null) {
            return new Interval(low, high);
        }
        return figure.printed().startsWith(UP_TO) ? new Interval(0, high) : null;
    }

    /** The one figure that was printed; null where it is a range or none. */
    public static @Nullable Double single(Baseline figure) {
        boolean isOne = figure.kind() == FigureKind.PROPORTION || figure.kind() == FigureKind.COUNT;
        return isOne && band(figure) == null ? figure.rangeHigh() : null;
    }

    /** The same across a whole picture; null where no number was printed. */
    public static @Nullable Published across(Baseline figure) {
        Interval band = band(figure);
        if (band != null) {
            return new Published(band.low(), band.high());
        }
        Double single = single(figure);
        return single == null ? null : new Published(null, single);
    }
}
