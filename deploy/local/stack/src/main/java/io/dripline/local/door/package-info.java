/** How tools of this machine ask the running line: over its public API, with tokens of the local realm. */
@NullMarked
package io.dripline.local.door;

import org.jspecify.annotations.NullMarked;
