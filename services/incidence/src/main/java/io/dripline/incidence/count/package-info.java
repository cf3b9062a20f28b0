/** The topology: coded sessions in, this partition's share of every cell out. */
@NullMarked
package io.dripline.incidence.count;

import org.jspecify.annotations.NullMarked;
