/** What is committed and not published yet, and whether that moves. */
@NullMarked
package io.dripline.intake.progress;

import org.jspecify.annotations.NullMarked;
