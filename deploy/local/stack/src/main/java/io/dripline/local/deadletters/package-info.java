/** {@code ./dripline dead-letters}: lists what could not be processed, and sends it back after a fix. */
@NullMarked
package io.dripline.local.deadletters;

import org.jspecify.annotations.NullMarked;
