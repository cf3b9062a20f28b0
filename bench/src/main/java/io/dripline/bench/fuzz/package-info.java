/** Long runs of the fuzzers: requests against the running line, and the parsers by coverage. Chunks add up in files. */
@NullMarked
package io.dripline.bench.fuzz;

import org.jspecify.annotations.NullMarked;
