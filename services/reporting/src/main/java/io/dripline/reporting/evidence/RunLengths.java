package io.dripline.reporting.evidence;

/**
 * What {@link io.dripline.statistics.BernoulliCusum} says.
 *
 * @param arlInControl mean exposures to a signal where nothing has changed
 * @param arlShifted mean exposures to a signal where the odds are those that it is tuned to
 */
record RunLengths(double arlInControl, double arlShifted) {}
