/** Examples of every rule of counting, and properties against a recount that shares no code with it. */
@NullMarked
package io.dripline.counting;

import org.jspecify.annotations.NullMarked;
