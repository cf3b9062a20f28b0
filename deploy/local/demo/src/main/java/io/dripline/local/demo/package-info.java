/** {@code ./dripline demo}: what it does in which order, and what it says at the terminal. */
@NullMarked
package io.dripline.local.demo;

import org.jspecify.annotations.NullMarked;
