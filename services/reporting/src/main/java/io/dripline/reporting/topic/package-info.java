/** A topic that is followed with the plain client: how far, what of it could not be processed, and whether it is still the same. */
@NullMarked
package io.dripline.reporting.topic;

import org.jspecify.annotations.NullMarked;
