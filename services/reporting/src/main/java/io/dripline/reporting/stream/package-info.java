/** Every change as it happens, to whoever may see it. */
@NullMarked
package io.dripline.reporting.stream;

import org.jspecify.annotations.NullMarked;
