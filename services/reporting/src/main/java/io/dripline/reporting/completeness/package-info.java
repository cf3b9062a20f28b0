/** How far counts are complete: what clinics say that they performed, what they posted, and what of it is counted. */
@NullMarked
package io.dripline.reporting.completeness;

import org.jspecify.annotations.NullMarked;
