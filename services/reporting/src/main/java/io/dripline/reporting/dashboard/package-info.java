/** The page that a safety officer opens in the morning. */
@NullMarked
package io.dripline.reporting.dashboard;

import org.jspecify.annotations.NullMarked;
