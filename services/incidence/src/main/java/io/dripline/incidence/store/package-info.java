/** What the state stores hold, byte by byte, and how much memory they may take. */
@NullMarked
package io.dripline.incidence.store;

import org.jspecify.annotations.NullMarked;
