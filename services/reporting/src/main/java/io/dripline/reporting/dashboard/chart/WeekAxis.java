package io.dripline.reporting.dashboard.chart;

import io.dripline.contracts.incidence.IsoWeek;
import java.util.ArrayList;
import java.util.List;

/**
 * An axis of weeks, each of which has the same room, whether something happened in it or not.
 *
 * @param first first week
 * @param last last week, not before the first
 */
record WeekAxis(IsoWeek first, IsoWeek last) {

    private static final int[] STEPS = {1, 2, 4, 8, 13, 26, 52, 104, 260, 520};
    private static final int MOST_TICKS = 7;

    WeekAxis {
        if (first.compareTo(last) > 0) {
            throw new IllegalArgumentException("expected first <= last, found %s and %s".formatted(first, last));
        }
    }

    long weeks() {
        return first.weeksUntil(last) + 1;
    }

    /** The place of a week's middle; half a week is left on either side. */
    double at(IsoWeek week, double from, double to) {
        return new Scale(-0.5, weeks() - 0.5, from, to).at(first.weeksUntil(week));
    }

    /** The weeks that are labelled, the first among them. */
    List<IsoWeek> labelled() {
        for (int step : STEPS) {
            if ((weeks() - 1) / step < MOST_TICKS) {
                List<IsoWeek> labelled = new ArrayList<>();
                for (long week = 0; week < weeks(); week += step) {
                    labelled.add(first.plus(week));
                }
                return labelled;
            }
        }
        return List.of(first, last);
    }
}
