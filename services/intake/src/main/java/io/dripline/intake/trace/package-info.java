/** Where a report's trace begins. */
@NullMarked
package io.dripline.intake.trace;

import org.jspecify.annotations.NullMarked;
