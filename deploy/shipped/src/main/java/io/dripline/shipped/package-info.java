/** What leaves the build: its parts and their licences. */
@NullMarked
package io.dripline.shipped;

import org.jspecify.annotations.NullMarked;
