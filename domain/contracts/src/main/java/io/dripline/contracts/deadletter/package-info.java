/** What is noted of a record that could not be processed. */
@NullMarked
package io.dripline.contracts.deadletter;

import org.jspecify.annotations.NullMarked;
