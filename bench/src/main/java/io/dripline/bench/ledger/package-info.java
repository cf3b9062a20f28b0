/** How fast stored rows are sealed and verified. */
@NullMarked
package io.dripline.bench.ledger;

import org.jspecify.annotations.NullMarked;
