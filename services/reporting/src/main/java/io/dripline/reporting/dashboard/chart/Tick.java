package io.dripline.reporting.dashboard.chart;

/**
 * A labelled value of an axis.
 *
 * @param value on the axis's own scale
 * @param label as it is written beside the axis
 */
public record Tick(double value, String label) {}
