/** What people ruled about words: made, known to every instance, exported and imported. */
@NullMarked
package io.dripline.classification.ruling;

import org.jspecify.annotations.NullMarked;
