package io.dripline.reporting.cases;

/**
 * A case with a number for its patient that is short.
 *
 * @param patient from 1, in the order in which patients first appear in the listing: the same for the same patient, and nothing outside
 *     the listing has it
 */
public record NumberedCase(Case one, int patient) {}
