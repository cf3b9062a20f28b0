/** The cells counted from what is stored: what incidence counts now, and what it counted at any time. */
@NullMarked
package io.dripline.classification.counts;

import org.jspecify.annotations.NullMarked;
