/** Takes a copy of PostgreSQL, which holds all that cannot be made again, and brings one back. */
@NullMarked
package io.dripline.local.backup;

import org.jspecify.annotations.NullMarked;
