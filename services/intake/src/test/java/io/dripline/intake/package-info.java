/** The running service with a real PostgreSQL and a real broker. */
@NullMarked
package io.dripline.intake;

import org.jspecify.annotations.NullMarked;
