/** What clinics say that they performed beside what they posted, as it is published. */
@NullMarked
package io.dripline.contracts.tally;

import org.jspecify.annotations.NullMarked;
