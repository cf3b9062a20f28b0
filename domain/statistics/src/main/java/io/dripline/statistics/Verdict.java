package io.dripline.statistics;

import org.jspecify.annotations.Nullable;

/** What the counts say about a published range. */
public enum Verdict {
    /** An alert of the monitor is latched: the rate exceeds the literature, with the alert's promise. */
    EXCEEDS,
    /** The 95 % Clopper-Pearson interval lies wholly inside the published range; carries no promise. */
    WITHIN_RANGE,
    /** The 95 % Clopper-Pearson interval lies wholly under the published range; carries no promise. */
    BELOW_RANGE,
    /** The counts do not settle it yet. */
    TOO_FEW,
    /** There is no null, or no exposure. */
    CANNOT_ASSESS;

    private static final double LEVEL = 0.95;

    /**
     * Decides in this order: CANNOT_ASSESS, EXCEEDS, BELOW_RANGE, WITHIN_RANGE, TOO_FEW.
     *
     * @param low lower end of the published range, 0 to 1; null where none is printed
     * @param p0 the null and upper end of the range, inside (0, 1); null where the baseline gives none
     * @param counts all exposures
     * @param latched whether an alert of the monitor has been raised and not superseded
     * @param settled {@code counts} without the courses that started in the last 14 days, whose events are still coming
     */
    public static Verdict decide(
            @Nullable Double low, @Nullable Double p0, Counts counts, boolean latched, Counts settled) {
        if (low != null && !(0 <= low && low <= 1)) {
            throw new IllegalArgumentException("the range's lower end must lie in 0 to 1, found " + low);
        }
        if (p0 != null) {
            Expect.insideUnit("p0", p0);
        }
        if (settled.exposed() > counts.exposed() || settled.affected() > counts.affected()) {
            throw new IllegalArgumentException(
                    "settled counts %s are part of all counts %s".formatted(settled, counts));
        }
        if (p0 == null || counts.exposed() == 0) {
            return CANNOT_ASSESS;
        }
        if (latched) {
            return EXCEEDS;
        }
        if (settled.exposed() == 0) {
            return TOO_FEW;
        }
        Interval interval = ClopperPearson.interval(settled, LEVEL);
        // Above the null no end is lower: an officer may have set a null below the printed range.
        double lowerEnd = low == null || low > p0 ? 0 : low;
        if (interval.high() < lowerEnd) {
            return BELOW_RANGE;
        }
        return lowerEnd <= interval.low() && interval.high() <= p0 ? WITHIN_RANGE : TOO_FEW;
    }
}
