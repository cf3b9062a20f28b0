/** The overview: each system against the literature, open alerts first. */
@NullMarked
package io.dripline.reporting.dashboard.overview;

import org.jspecify.annotations.NullMarked;
