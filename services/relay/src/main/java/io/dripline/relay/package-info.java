/** From a committed table to a topic: in commit order, skipping nothing, at least once. */
@NullMarked
package io.dripline.relay;

import org.jspecify.annotations.NullMarked;
