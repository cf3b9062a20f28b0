/** The sessions behind counts, without a person in them, as classification lists them. */
@NullMarked
package io.dripline.reporting.cases;

import org.jspecify.annotations.NullMarked;
