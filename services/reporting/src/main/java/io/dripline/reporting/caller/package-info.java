/** Who asks, what they may see, and what is wrong with what they asked. */
@NullMarked
package io.dripline.reporting.caller;

import org.jspecify.annotations.NullMarked;
