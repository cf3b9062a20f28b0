/** Charts and the figures behind them as files to be taken away. */
@NullMarked
package io.dripline.reporting.dashboard.download;

import org.jspecify.annotations.NullMarked;
