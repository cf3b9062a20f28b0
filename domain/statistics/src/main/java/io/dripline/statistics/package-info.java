/**
 * Counts in; intervals, evidence and verdict out. Pure functions of counts. Whatever an alert rests on uses
 * {@link java.lang.StrictMath} and plain arithmetic alone, so that evidence recomputed from the counts stored with an alert
 * is the same to the last bit on every machine.
 */
@NullMarked
package io.dripline.statistics;

import org.jspecify.annotations.NullMarked;
