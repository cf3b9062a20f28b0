package io.dripline.reporting.opinion;

import io.dripline.contracts.alert.ComparedFigure;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.baseline.Baseline;
import io.dripline.reporting.baseline.Baselines;
import io.dripline.reporting.baseline.PublishedRate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rate among all that was published of the like.
 *
 * @param figures the comparable published figures, in the order in which they were printed
 */
public record ComparableFigures(List<ComparedFigure> figures) {

    public ComparableFigures {
        figures = List.copyOf(figures);
    }

    /**
     * @param ascertainment how the observed events were ascertained, null if in any way
     * @param rate the observed rate, null without exposure
     */
    public static ComparableFigures beside(
            Baselines baselines, String measure, Unit unit, @Nullable String ascertainment, @Nullable Double rate) {
        return new ComparableFigures(baselines.comparable(measure, unit, ascertainment).stream()
                .map(figure -> compare(figure, rate))
                .toList());
    }

    private static ComparedFigure compare(Baseline figure, @Nullable Double rate) {
        double published = PublishedRate.of(figure).orElseThrow();
        return new ComparedFigure(figure.id(), figure.measure(), published, rate != null && rate > published);
    }

    /** How many the rate lies above. */
    public long exceeded() {
        return figures.stream().filter(ComparedFigure::exceeded).count();
    }

    /** How many there are. */
    public long of() {
        return figures.size();
    }
}
