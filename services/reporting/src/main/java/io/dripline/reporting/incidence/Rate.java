package io.dripline.reporting.incidence;

import io.dripline.statistics.ClopperPearson;
import io.dripline.statistics.Counts;
import io.dripline.statistics.Interval;
import io.dripline.statistics.Wilson;
import org.jspecify.annotations.Nullable;

/**
 * An observed rate with its 95 % intervals.
 *
 * @param key value of the dimension that was asked for, null where all was added up
 * @param exposed exposures
 * @param affected exposures with a coded event of the measure
 * @param possible those, and exposures in which an event that awaits coding may be one
 * @param rate affected / exposed; null without exposure, as are the intervals
 * @param clopperPearson exact interval, [low, high]
 * @param wilson score interval, [low, high]
 */
public record Rate(
        @Nullable String key,
        long exposed,
        long affected,
        long possible,
        @Nullable Double rate,
        double @Nullable [] clopperPearson,
        double @Nullable [] wilson) {

    private static final double LEVEL = 0.95;

    /** The rate of a sum; all but the counts null without exposure. */
    public static Rate of(IncidenceSum sum) {
        return of(sum.key(), sum.exposed(), sum.affected(), sum.possible());
    }

    /** The rate of counts; all but the counts null without exposure. */
    public static Rate of(@Nullable String key, long exposed, long affected, long possible) {
        if (exposed == 0) {
            return new Rate(key, 0, 0, 0, null, null, null);
        }
        Counts counts = new Counts(exposed, affected);
        return new Rate(
                key,
                exposed,
                affected,
                possible,
                (double) affected / exposed,
                ends(ClopperPearson.interval(counts, LEVEL)),
                ends(Wilson.interval(counts, LEVEL)));
    }

    private static double[] ends(Interval interval) {
        return new double[] {interval.low(), interval.high()};
    }
}
