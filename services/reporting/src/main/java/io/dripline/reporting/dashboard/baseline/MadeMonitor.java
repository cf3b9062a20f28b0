package io.dripline.reporting.dashboard.baseline;

/**
 * A monitor that was made from a figure.
 *
 * @param name whom it counts, and as what
 * @param p0 its null, in words
 */
public record MadeMonitor(String href, String name, String status, String p0) {}
