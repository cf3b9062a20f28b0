/** The relay against a real PostgreSQL and a broker that can be made to fail. */
@NullMarked
package io.dripline.relay;

import org.jspecify.annotations.NullMarked;
