/** What is watched: the monitors, what is left of alpha for more, and what officers decide about them. */
@NullMarked
package io.dripline.reporting.dashboard.monitor;

import org.jspecify.annotations.NullMarked;
