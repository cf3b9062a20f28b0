/** Who calls, and for which clinic. */
@NullMarked
package io.dripline.intake.caller;

import org.jspecify.annotations.NullMarked;
