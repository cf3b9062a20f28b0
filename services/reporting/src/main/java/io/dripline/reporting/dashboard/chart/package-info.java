/** Charts as coordinates: numbers in, places and lengths out; knows neither pages nor features. */
@NullMarked
package io.dripline.reporting.dashboard.chart;

import org.jspecify.annotations.NullMarked;
