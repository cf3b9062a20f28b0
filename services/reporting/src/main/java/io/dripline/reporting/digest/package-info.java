/** A day's digest: which monitors to name, at one time a day, so that few of those named are expected to be false. */
@NullMarked
package io.dripline.reporting.digest;

import org.jspecify.annotations.NullMarked;
