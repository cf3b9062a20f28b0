/** One report's way through all services: its trace, and what logs say of it. */
@NullMarked
package io.dripline.trace;

import org.jspecify.annotations.NullMarked;
