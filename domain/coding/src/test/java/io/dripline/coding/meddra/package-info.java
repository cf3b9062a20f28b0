/** A licensee's own MedDRA distribution, on invented ones in the same format. */
@NullMarked
package io.dripline.coding.meddra;

import org.jspecify.annotations.NullMarked;
