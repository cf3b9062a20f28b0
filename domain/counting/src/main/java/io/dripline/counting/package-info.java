/** One patient's history in, contributions to cells out. */
@NullMarked
package io.dripline.counting;

import org.jspecify.annotations.NullMarked;
