/** How many sessions a clinic says that it performed on a day, so that it shows which days are fully reported. */
@NullMarked
package io.dripline.intake.tally;

import org.jspecify.annotations.NullMarked;
