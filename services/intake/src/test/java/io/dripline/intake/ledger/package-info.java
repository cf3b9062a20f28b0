/** Who did what, read by those who may. */
package io.dripline.intake.ledger;
