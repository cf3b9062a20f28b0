/** Requests that are made from a service's description and a seed, sent byte for byte, and what no answer to one may hold. */
@NullMarked
package io.dripline.fuzz;

import org.jspecify.annotations.NullMarked;
