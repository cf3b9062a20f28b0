/** Keyed hashes. */
@NullMarked
package io.dripline.intake.privacy;

import org.jspecify.annotations.NullMarked;
