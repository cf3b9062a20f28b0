package io.dripline.reporting.incidence;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.dripline.statistics.ClopperPearson;
import io.dripline.statistics.Counts;
import io.dripline.statistics.Interval;
import io.dripline.statistics.Wilson;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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

        @JsonFormat(shape = JsonFormat.Shape.ARRAY)
        @Schema(type = SchemaType.ARRAY, implementation = double.class)
        @Nullable
        Interval clopperPearson,

        @JsonFormat(shape = JsonFormat.Shape.ARRAY)
        @Schema(type = SchemaType.ARRAY, implementation = double.class)
        @Nullable
        Interval wilson) {

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
                ClopperPearson.interval(counts, LEVEL),
                Wilson.interval(counts, LEVEL));
    }
}
