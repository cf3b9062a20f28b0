package io.dripline.reporting.baseline;

import io.dripline.statistics.Counts;
import io.dripline.statistics.Interval;
import io.dripline.statistics.RandomEffects;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The null of several studies of one measure in comparable cohorts: the upper end of the 95 % prediction interval, by the
 * modified Hartung-Knapp method, for the next study's proportion. It becomes very wide with few small studies.
 *
 * @param interval where the next study's proportion is expected
 * @param studies at least {@link RandomEffects#FEWEST_STUDIES}
 */
record PooledNull(Interval interval, List<Counts> studies) {

    static final String WARNING =
            "With few or small studies the interval is very wide, and its upper end a lenient null.";

    private static final double LEVEL = 0.95;

    PooledNull {
        studies = List.copyOf(studies);
    }

    /** @param studies each with some affected and some unaffected, at least {@link RandomEffects#FEWEST_STUDIES} */
    static PooledNull of(List<Counts> studies) {
        return new PooledNull(RandomEffects.pool(studies, LEVEL).predictionIntervalModified(), studies);
    }

    double p0() {
        return interval.high();
    }

    /** What the number is, in a sentence. */
    String basis() {
        return "Upper end of the 95 %% prediction interval of %d studies, %s. %s"
                .formatted(studies.size(), inWords(studies), WARNING);
    }

    static String inWords(List<Counts> studies) {
        return studies.stream()
                .map(study -> "%d of %d".formatted(study.affected(), study.exposed()))
                .collect(Collectors.joining(", "));
    }
}
