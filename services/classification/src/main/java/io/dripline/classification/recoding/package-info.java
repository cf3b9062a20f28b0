/** Past sessions coded again in the background: after a ruling, for a new vocabulary, and to be found by their words. */
@NullMarked
package io.dripline.classification.recoding;

import org.jspecify.annotations.NullMarked;
