/** The session with each event coded or awaiting review. */
@NullMarked
package io.dripline.contracts.coding;

import org.jspecify.annotations.NullMarked;
