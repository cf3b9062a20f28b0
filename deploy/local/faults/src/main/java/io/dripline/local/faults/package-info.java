/**
 * Breaks a local stack on purpose while clinics report, and afterwards holds what it counted to what was acknowledged. Everything that
 * chance decides comes from a seed.
 */
@NullMarked
package io.dripline.local.faults;

import org.jspecify.annotations.NullMarked;
