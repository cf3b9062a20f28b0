package io.dripline.reporting.comparison;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.dripline.contracts.alert.ComparedFigure;
import io.dripline.contracts.alert.Promise;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.baseline.EventCounting;
import io.dripline.reporting.opinion.SecondOpinions;
import io.dripline.statistics.Interval;
import io.dripline.statistics.Verdict;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a monitor observed beside what was published, and the {@code comparison} event of the stream.
 *
 * @param exposed exposures judged
 * @param affected of those, with a coded event of the measure
 * @param possible those, and exposures in which an event that awaits coding may be one
 * @param rate affected / exposed, null without exposure
 * @param clopperPearson exact 95 % interval of the rate, [low, high], null without exposure
 * @param baseline id of the published figure
 * @param p0 null incidence, null while there is none
 * @param nullStates how the events behind the null were counted, as the officer who gave it states; neither where it does not
 * @param lnE natural logarithm of the monitor's mixture e-value, null without a null
 * @param threshold on the scale of E
 * @param alwaysValidP p-value that holds at all looks at once, null without a null
 * @param promiseRemarks plain sentences: why the promise does not hold, and what the source leaves unsaid
 * @param secondOpinions other methods' answers about the same counts, never mixed with the verdict
 * @param exceedsFigures of the comparable published figures, how many the rate lies above
 * @param ofFigures comparable published figures
 * @param figures which these are
 */
public record Comparison(
        String monitor,
        String measure,
        Unit unit,
        Map<String, String> cohort,
        long exposed,
        long affected,
        long possible,
        @Nullable Double rate,

        @JsonFormat(shape = JsonFormat.Shape.ARRAY)
        @Schema(type = SchemaType.ARRAY, implementation = double.class)
        @Nullable
        Interval clopperPearson,

        String baseline,
        @Nullable Double p0,

        @Schema(
                description =
                        "How the events behind the null were counted, as the officer who gave it states; what is null holds as"
                                + " the figure's source states")
        EventCounting nullStates,

        @Nullable Double lnE,
        double threshold,
        @Nullable Double alwaysValidP,
        Verdict verdict,
        Promise promise,
        List<String> promiseRemarks,
        SecondOpinions secondOpinions,
        long exceedsFigures,
        long ofFigures,
        List<ComparedFigure> figures) {

    public Comparison {
        cohort = Map.copyOf(cohort);
        promiseRemarks = List.copyOf(promiseRemarks);
        figures = List.copyOf(figures);
    }
}
