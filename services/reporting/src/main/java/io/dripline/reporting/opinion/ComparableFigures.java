package io.dripline.reporting.opinion;

import io.dripline.reporting.baseline.Baseline;
import io.dripline.reporting.baseline.Baselines;
import io.dripline.reporting.baseline.NullFromFigure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rate among all that was published of the like.
 *
 * @param exceeded of those figures, how many the rate lies above
 * @param of comparable published figures
 */
public record ComparableFigures(long exceeded, long of) {

    /**
     * @param ascertainment how the observed events were ascertained, null if in any way
     * @param rate the observed rate, null without exposure
     */
    public static ComparableFigures beside(
            Baselines baselines, String measure, @Nullable String ascertainment, @Nullable Double rate) {
        List<Baseline> figures = baselines.comparable(measure, ascertainment);
        long exceeded = rate == null
                ? 0
                : figures.stream()
                        .filter(figure -> rate > NullFromFigure.p0(figure).orElse(Double.POSITIVE_INFINITY))
                        .count();
        return new ComparableFigures(exceeded, figures.size());
    }
}
