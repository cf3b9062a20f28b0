package io.dripline.reporting.evidence;

import java.util.List;

/**
 * What {@link io.dripline.statistics.EBenjaminiHochberg} says.
 *
 * @param rejected indices from zero into the e-values as stated, ascending
 */
record Rejections(List<Integer> rejected) {}
