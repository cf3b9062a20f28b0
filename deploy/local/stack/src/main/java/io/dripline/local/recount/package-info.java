/** Counts every session again from PostgreSQL and compares with what was counted as a stream. */
@NullMarked
package io.dripline.local.recount;

import org.jspecify.annotations.NullMarked;
