/** A reporter's words and their codes: the vocabulary in use, the door that answers for it, and the coding of one event. */
@NullMarked
package io.dripline.classification.coding;

import org.jspecify.annotations.NullMarked;
