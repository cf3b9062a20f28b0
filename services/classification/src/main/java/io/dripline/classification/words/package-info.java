/** Which words the sessions hold now, by their keys. */
@NullMarked
package io.dripline.classification.words;

import org.jspecify.annotations.NullMarked;
