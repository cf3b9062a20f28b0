package io.dripline.reporting.dashboard.chart;

import org.jspecify.annotations.Nullable;

/**
 * What was published of a proportion, across a whole picture.
 *
 * @param low lower end of a range; null where one figure was published and no range
 * @param high upper end of the range, or the one figure
 */
public record Published(@Nullable Double low, double high) {}
