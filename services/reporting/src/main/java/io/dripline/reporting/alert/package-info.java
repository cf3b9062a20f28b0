/** Judging every monitor on a consistent cut, and the alerts that latch. */
@NullMarked
package io.dripline.reporting.alert;

import org.jspecify.annotations.NullMarked;
