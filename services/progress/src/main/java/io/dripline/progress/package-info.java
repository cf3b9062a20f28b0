/** What waits to be published or read, and whether it moves: as metrics and for health. */
@NullMarked
package io.dripline.progress;

import org.jspecify.annotations.NullMarked;
