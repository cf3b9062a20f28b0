/** What clinics stated is sealed, and who did it can be read. */
@NullMarked
package io.dripline.intake.ledger;

import org.jspecify.annotations.NullMarked;
