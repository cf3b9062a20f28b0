package io.dripline.reporting.evidence;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.dripline.statistics.Interval;
import io.dripline.statistics.RandomEffects;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What {@link RandomEffects} says.
 *
 * @param tau2 variance between studies on the logit scale
 * @param estimate the common proportion's logit
 * @param se its standard error after Hartung and Knapp, on the logit scale
 * @param predictionInterval of a new study's proportion, [low, high]
 * @param predictionIntervalModified the same, never narrower than without Hartung and Knapp's factor; a null is its upper end
 */
record PooledStudies(
        double tau2,
        double estimate,
        double se,

        @JsonFormat(shape = JsonFormat.Shape.ARRAY) @Schema(type = SchemaType.ARRAY, implementation = double.class)
        Interval predictionInterval,

        @JsonFormat(shape = JsonFormat.Shape.ARRAY) @Schema(type = SchemaType.ARRAY, implementation = double.class)
        Interval predictionIntervalModified) {

    static PooledStudies of(RandomEffects effects) {
        return new PooledStudies(
                effects.tau2(),
                effects.estimate(),
                effects.se(),
                effects.predictionInterval(),
                effects.predictionIntervalModified());
    }
}
