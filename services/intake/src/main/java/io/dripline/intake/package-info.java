/** Takes what clinics report, durably. */
@NullMarked
package io.dripline.intake;

import org.jspecify.annotations.NullMarked;
