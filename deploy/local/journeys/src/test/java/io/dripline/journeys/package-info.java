/** What a clinic and a safety officer live through, on the real stack. */
@NullMarked
package io.dripline.journeys;

import org.jspecify.annotations.NullMarked;
