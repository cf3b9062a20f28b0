/** What is watched: a null, a cohort, a unit, a start and a share of alpha, fixed when made. */
@NullMarked
package io.dripline.reporting.monitor;

import org.jspecify.annotations.NullMarked;
