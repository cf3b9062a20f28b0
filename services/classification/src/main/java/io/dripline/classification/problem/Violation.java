package io.dripline.classification.problem;

/**
 * One rule that a request breaks.
 *
 * @param field path of the field; empty for the body as a whole
 * @param message what was expected
 */
record Violation(String field, String message) {}
