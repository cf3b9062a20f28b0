package io.dripline.reporting.baseline;

import org.jdbi.v3.core.Handle;

/**
 * Fired within the transaction in which an officer gives a figure a null.
 *
 * @param handle the transaction
 * @param given with who, when and why
 */
public record NullGiven(Handle handle, Baseline figure, BaselineNull given) {}
