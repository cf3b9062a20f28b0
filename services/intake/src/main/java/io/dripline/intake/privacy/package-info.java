/** What stands in for a patient's code and for words that are not compared in the open. */
@NullMarked
package io.dripline.intake.privacy;

import org.jspecify.annotations.NullMarked;
