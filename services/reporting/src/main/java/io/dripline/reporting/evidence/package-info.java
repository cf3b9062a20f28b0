/** What if: the statistics for numbers that a caller states. */
@NullMarked
package io.dripline.reporting.evidence;

import org.jspecify.annotations.NullMarked;
