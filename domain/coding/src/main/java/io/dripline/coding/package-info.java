/** A reporter's words in, coded terms or "needs review" out. */
@NullMarked
package io.dripline.coding;

import org.jspecify.annotations.NullMarked;
