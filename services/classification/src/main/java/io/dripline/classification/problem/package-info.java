/** Refusals in the one form of RFC 9457, where the extension for it answers otherwise or fails. */
@NullMarked
package io.dripline.classification.problem;

import org.jspecify.annotations.NullMarked;
