/** Audit: who did what, filtered, page by page and as a file, and the heads of the ledgers that tell it. */
@NullMarked
package io.dripline.reporting.dashboard.audit;

import org.jspecify.annotations.NullMarked;
