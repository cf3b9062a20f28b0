/** How well and how fast words are coded, on corpora with known answers. */
@NullMarked
package io.dripline.bench.coding;

import org.jspecify.annotations.NullMarked;
