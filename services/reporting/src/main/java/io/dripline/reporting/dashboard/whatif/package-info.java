/** What the evidence would say of numbers that a reader states. */
@NullMarked
package io.dripline.reporting.dashboard.whatif;

import org.jspecify.annotations.NullMarked;
