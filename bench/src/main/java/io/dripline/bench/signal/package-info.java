/**
 * How the evidence does: computed exactly where that can be done and by simulation from a seed elsewhere; and how fast
 * monitors are judged. Needs no running system.
 */
@NullMarked
package io.dripline.bench.signal;

import org.jspecify.annotations.NullMarked;
