/** One measure: its weeks, its evidence over time, its terms, and what was published beside it. */
@NullMarked
package io.dripline.reporting.dashboard.measure;

import org.jspecify.annotations.NullMarked;
