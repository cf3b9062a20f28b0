package io.dripline.classification.problem;

/**
 * One rule that a request breaks.
 *
 * @param field path of the field, name of the parameter or header; {@code body} for the body as a whole
 * @param message what was expected
 */
public record Violation(String field, String message) {}
