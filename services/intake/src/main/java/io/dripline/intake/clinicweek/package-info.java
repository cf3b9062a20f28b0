/** What each clinic performed and posted in a week, derived from sessions and tallies behind the doors, and published. */
@NullMarked
package io.dripline.intake.clinicweek;

import org.jspecify.annotations.NullMarked;
