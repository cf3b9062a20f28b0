/** What every request has in common: strict JSON in, a problem document when it is refused. */
@NullMarked
package io.dripline.intake.request;

import org.jspecify.annotations.NullMarked;
