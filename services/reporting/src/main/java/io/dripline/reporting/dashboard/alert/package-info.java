/** Alerts: the list, and one with its evidence and what people do about it. */
@NullMarked
package io.dripline.reporting.dashboard.alert;

import org.jspecify.annotations.NullMarked;
