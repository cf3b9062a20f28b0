/** The reporters' words, masked and sealed, and the keys that open them until they are erased. */
@NullMarked
package io.dripline.classification.text;

import org.jspecify.annotations.NullMarked;
