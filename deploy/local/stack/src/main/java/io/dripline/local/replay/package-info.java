/** Shows what every monitor said at a past time. */
@NullMarked
package io.dripline.local.replay;

import org.jspecify.annotations.NullMarked;
