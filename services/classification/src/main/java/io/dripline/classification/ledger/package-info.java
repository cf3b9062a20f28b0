/** What was coded and ruled is sealed, and who did it can be read. */
@NullMarked
package io.dripline.classification.ledger;

import org.jspecify.annotations.NullMarked;
