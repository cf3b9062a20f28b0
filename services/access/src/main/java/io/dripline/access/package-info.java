/** Who may come in at which door, as a table, and what holds a running service to it. */
@NullMarked
package io.dripline.access;

import org.jspecify.annotations.NullMarked;
