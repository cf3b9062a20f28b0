/** What a clinic's people report by hand: one session by a form, many by a file. Both know the same fields and are judged by intake. */
@NullMarked
package io.dripline.reporting.dashboard.report;

import org.jspecify.annotations.NullMarked;
