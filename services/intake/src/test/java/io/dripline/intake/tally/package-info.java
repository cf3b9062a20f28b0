/** The door for tallies. */
@NullMarked
package io.dripline.intake.tally;

import org.jspecify.annotations.NullMarked;
