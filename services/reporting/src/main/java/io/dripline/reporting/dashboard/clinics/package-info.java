/** The clinics beside one another: their rates, how complete their posting is, and how much of it awaits review. */
@NullMarked
package io.dripline.reporting.dashboard.clinics;

import org.jspecify.annotations.NullMarked;
