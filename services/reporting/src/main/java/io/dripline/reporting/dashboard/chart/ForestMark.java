package io.dripline.reporting.dashboard.chart;

import io.dripline.statistics.Interval;
import org.jspecify.annotations.Nullable;

/**
 * One line of a forest plot: proportions that are held against one another. What is not known is null.
 *
 * @param band a range that was published
 * @param figure one figure that was published, without a range
 * @param whisker the interval of the observed proportion
 * @param point the observed proportion
 * @param possible what the proportion would be if all that awaits coding belonged to it
 * @param css what the point is
 * @param spoken the same in words
 */
public record ForestMark(
        @Nullable Interval band,
        @Nullable Double figure,
        @Nullable Interval whisker,
        @Nullable Double point,
        @Nullable Double possible,
        Shape shape,
        String css,
        String spoken) {}
