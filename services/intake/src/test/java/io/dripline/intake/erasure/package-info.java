/** Tests of erasures. */
@NullMarked
package io.dripline.intake.erasure;

import org.jspecify.annotations.NullMarked;
