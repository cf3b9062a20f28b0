package io.dripline.reporting.opinion;

import io.dripline.contracts.alert.ComparedFigure;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.baseline.Baseline;
import io.dripline.reporting.baseline.Baselines;
import io.dripline.reporting.baseline.PublishedRate;
import java.util.List;
import java.util.Map;
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
     * @param cohort values of the observed ones' dimensions by their names; empty for all
     * @param rate the observed rate, null without exposure
     */
    public static ComparableFigures beside(
            Baselines baselines, String measure, Unit unit, Map<String, String> cohort, @Nullable Double rate) {
        return new ComparableFigures(baselines.comparable(measure, unit, cohort).stream()
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
