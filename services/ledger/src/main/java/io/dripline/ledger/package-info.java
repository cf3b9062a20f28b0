/** Seals append-only rows into a keyed hash chain behind whoever writes them, and finds what was changed since. */
@NullMarked
package io.dripline.ledger;

import org.jspecify.annotations.NullMarked;
