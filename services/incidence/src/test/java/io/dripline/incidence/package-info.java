/** What the tests of every tier feed the stream with and compare its counts to. */
@NullMarked
package io.dripline.incidence;

import org.jspecify.annotations.NullMarked;
