/** The de-identified line listing, as it is now or was at any time. */
@NullMarked
package io.dripline.classification.cases;

import org.jspecify.annotations.NullMarked;
