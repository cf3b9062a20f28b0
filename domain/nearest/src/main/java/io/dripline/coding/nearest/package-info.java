/** Vocabulary terms near to words that no wording matches. */
@NullMarked
package io.dripline.coding.nearest;

import org.jspecify.annotations.NullMarked;
