/** What every service's doors have in common, whoever stands before them. */
@NullMarked
package io.dripline.door;

import org.jspecify.annotations.NullMarked;
