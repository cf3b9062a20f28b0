/** Who did what, from the ledgers of all services that keep one, in one order. */
@NullMarked
package io.dripline.reporting.audit;

import org.jspecify.annotations.NullMarked;
