@NullMarked
package io.dripline.progress;

import org.jspecify.annotations.NullMarked;
