/** Stored values survive the way to bytes and back. */
@NullMarked
package io.dripline.incidence.store;

import org.jspecify.annotations.NullMarked;
