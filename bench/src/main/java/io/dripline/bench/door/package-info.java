/** What the doors' limits, headers and refusals cost a report. */
@NullMarked
package io.dripline.bench.door;

import org.jspecify.annotations.NullMarked;
