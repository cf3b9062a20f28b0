/** What was alerted and decided is sealed, and who did it can be read. */
@NullMarked
package io.dripline.reporting.ledger;

import org.jspecify.annotations.NullMarked;
