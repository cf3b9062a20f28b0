/** What the API's description shows beyond what the doors declare. */
@NullMarked
package io.dripline.intake.description;

import org.jspecify.annotations.NullMarked;
