/** Who asks. */
@NullMarked
package io.dripline.classification.caller;

import org.jspecify.annotations.NullMarked;
