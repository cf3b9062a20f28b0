package io.dripline.reporting.dashboard.measure;

/**
 * A term within a measure.
 *
 * @param affected exposures with an event of the term
 * @param percent of the exposures shown, as a page writes it
 * @param width of its bar, in per cent of the longest
 * @param href of the term's own page, with the same filters
 */
public record TermLine(String id, String name, long affected, String percent, long width, String href) {}
