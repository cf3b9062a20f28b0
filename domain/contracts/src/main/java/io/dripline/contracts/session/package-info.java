/** The session as its clinic states it. */
@NullMarked
package io.dripline.contracts.session;

import org.jspecify.annotations.NullMarked;
