@NullMarked
package io.dripline.trace;

import org.jspecify.annotations.NullMarked;
