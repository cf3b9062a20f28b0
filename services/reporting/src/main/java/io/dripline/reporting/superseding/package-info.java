/** Alerts whose sessions were corrected so that they no longer reach the threshold. */
@NullMarked
package io.dripline.reporting.superseding;

import org.jspecify.annotations.NullMarked;
