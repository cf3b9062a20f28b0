/** What other methods say of a monitor's counts: shown beside its verdict, and never mixed with it. */
@NullMarked
package io.dripline.reporting.opinion;

import org.jspecify.annotations.NullMarked;
