/** The periodic report: what a period and a cohort hold against the literature, in one document that can be made again. */
@NullMarked
package io.dripline.reporting.dashboard.periodic;

import org.jspecify.annotations.NullMarked;
