/** Texts encrypted with keys of their own, which can be destroyed. */
@NullMarked
package io.dripline.privacy.seal;

import org.jspecify.annotations.NullMarked;
