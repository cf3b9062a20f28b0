package io.dripline.contracts.session;

import org.jspecify.annotations.Nullable;

/**
 * What was given in the end. Shown, never a dimension of a cohort: events cut infusions short.
 *
 * @param totalMg milligrams over the whole session, null where not stated
 */
public record GivenDose(@Nullable Double totalMg) {}
