package io.dripline.reporting.completeness;

/**
 * How far a clinic's posting is complete over some weeks.
 *
 * @param weeks those of which something is stored or counted, 1 or more
 * @param closed of those, weeks that are over, with a tally for each day that equals what is posted and counted
 */
public record PostedWeeks(String clinic, int weeks, int closed) {}
