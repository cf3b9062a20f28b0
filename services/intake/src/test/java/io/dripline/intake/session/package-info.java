/** The door for sessions. */
@NullMarked
package io.dripline.intake.session;

import org.jspecify.annotations.NullMarked;
