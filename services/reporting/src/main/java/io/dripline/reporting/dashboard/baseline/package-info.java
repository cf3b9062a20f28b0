/** What the literature printed: the catalogue, and one figure with its nulls and what officers decide about them. */
@NullMarked
package io.dripline.reporting.dashboard.baseline;

import org.jspecify.annotations.NullMarked;
