/** Recodes what is stored with a new version of the vocabulary, once a person has seen what would change. */
@NullMarked
package io.dripline.local.recode;

import org.jspecify.annotations.NullMarked;
