@NullMarked
package io.dripline.intake.clinicweek;

import org.jspecify.annotations.NullMarked;
