/** Which exposures are asked for: the values of a cell's dimensions, and what can be counted in it. */
@NullMarked
package io.dripline.classification.cohort;

import org.jspecify.annotations.NullMarked;
