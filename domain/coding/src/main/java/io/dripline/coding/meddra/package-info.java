/** Reads a licensee's own MedDRA distribution. No content of MedDRA is here. */
@NullMarked
package io.dripline.coding.meddra;

import org.jspecify.annotations.NullMarked;
