/** Rates, what they are held against, alerts, and the page. */
@NullMarked
package io.dripline.reporting;

import org.jspecify.annotations.NullMarked;
