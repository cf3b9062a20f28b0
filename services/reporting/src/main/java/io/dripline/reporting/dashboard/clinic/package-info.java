/** A clinic's own page: its rates against the literature and, unnamed, against the others; what it posted and what is missing. */
@NullMarked
package io.dripline.reporting.dashboard.clinic;

import org.jspecify.annotations.NullMarked;
