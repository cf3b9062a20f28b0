/** The alert as it is published. */
@NullMarked
package io.dripline.contracts.alert;

import org.jspecify.annotations.NullMarked;
