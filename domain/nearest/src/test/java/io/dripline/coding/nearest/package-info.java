@NullMarked
package io.dripline.coding.nearest;

import org.jspecify.annotations.NullMarked;
