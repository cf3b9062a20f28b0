/** Infusion sessions: reported, amended, withdrawn, read. */
@NullMarked
package io.dripline.intake.session;

import org.jspecify.annotations.NullMarked;
