package io.dripline.classification.problem;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One rule that a request breaks.
 *
 * @param field path of the field, name of the parameter or header; {@code body} for the body as a whole
 * @param message what was expected
 */
@Schema(name = "BrokenRule")
public record Violation(String field, String message) {}
