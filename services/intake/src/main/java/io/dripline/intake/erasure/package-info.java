/** The erasure of what was said about a patient in words. */
@NullMarked
package io.dripline.intake.erasure;

import org.jspecify.annotations.NullMarked;
