/** The service as a whole, with a real PostgreSQL and a real broker. */
@NullMarked
package io.dripline.reporting;

import org.jspecify.annotations.NullMarked;
