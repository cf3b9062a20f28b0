/** The topology without a broker. */
@NullMarked
package io.dripline.incidence.count;

import org.jspecify.annotations.NullMarked;
