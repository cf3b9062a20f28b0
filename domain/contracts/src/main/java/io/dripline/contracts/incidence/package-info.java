/** Cells, measures and weeks: the vocabulary of counting. */
@NullMarked
package io.dripline.contracts.incidence;

import org.jspecify.annotations.NullMarked;
