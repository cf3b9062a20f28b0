/** Each monitor's verdict: what was observed beside what was published. */
@NullMarked
package io.dripline.reporting.comparison;

import org.jspecify.annotations.NullMarked;
