/** Ledgers on the tables that the services' own migrations make. */
package io.dripline.ledger;
