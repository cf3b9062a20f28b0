/** How fast what is stored is read: a line of its own with millions of sessions, loaded by SQL. */
@NullMarked
package io.dripline.bench.reading;

import org.jspecify.annotations.NullMarked;
