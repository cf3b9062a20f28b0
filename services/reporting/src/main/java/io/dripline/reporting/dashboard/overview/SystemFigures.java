package io.dripline.reporting.dashboard.overview;

import io.dripline.reporting.baseline.Baseline;
import io.dripline.reporting.dashboard.chart.ForestMark;
import io.dripline.reporting.dashboard.layout.Figures;
import io.dripline.reporting.incidence.Rate;
import org.jspecify.annotations.Nullable;

/**
 * The numbers behind a line of the overview.
 *
 * @param rate observed
 * @param published the figure that it is held against; null where there is none
 * @param mark as it is drawn
 */
record SystemFigures(Rate rate, @Nullable Baseline published, ForestMark mark) {

    String fraction() {
        return "%s of %s".formatted(Figures.count(rate.affected()), Figures.count(rate.exposed()));
    }
}
