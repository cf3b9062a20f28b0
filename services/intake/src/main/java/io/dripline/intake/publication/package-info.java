/** From the table of session versions to the topic of reported sessions. */
@NullMarked
package io.dripline.intake.publication;

import org.jspecify.annotations.NullMarked;
