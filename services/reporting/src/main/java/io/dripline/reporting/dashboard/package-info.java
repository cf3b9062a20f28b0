/** The pages that a browser shows: {@code layout} is common to them, {@code chart} draws, each other package is a page. */
@NullMarked
package io.dripline.reporting.dashboard;

import org.jspecify.annotations.NullMarked;
