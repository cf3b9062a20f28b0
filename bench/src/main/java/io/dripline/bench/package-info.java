/** Measurements of a running system. */
@NullMarked
package io.dripline.bench;

import org.jspecify.annotations.NullMarked;
