/** Clinics beside one another: which of them differs from all by more than clinics do. */
@NullMarked
package io.dripline.reporting.funnel;

import org.jspecify.annotations.NullMarked;
