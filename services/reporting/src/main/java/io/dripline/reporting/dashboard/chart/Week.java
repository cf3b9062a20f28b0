package io.dripline.reporting.dashboard.chart;

import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.statistics.Interval;

/**
 * What was observed in a week with exposures.
 *
 * @param rate the proportion affected
 * @param possible what the proportion would be if all that awaits coding belonged to it
 * @param interval of the rate
 * @param spoken the same in words
 */
public record Week(IsoWeek week, double rate, double possible, Interval interval, String spoken) {}
