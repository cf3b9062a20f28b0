package io.dripline.reporting.evidence;

import java.util.List;

/**
 * What {@link io.dripline.statistics.OverdispersedFunnel} says.
 *
 * @param phi over-dispersion factor
 * @param tau2 variance between clinics on the arcsine scale
 * @param z adjusted z-scores in the order of the clinics
 */
record Funnel(double phi, double tau2, List<Double> z) {}
