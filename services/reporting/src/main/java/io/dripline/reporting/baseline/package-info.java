/** What the literature printed, and the null that follows from it. */
@NullMarked
package io.dripline.reporting.baseline;

import org.jspecify.annotations.NullMarked;
