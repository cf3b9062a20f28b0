/** A real Kafka broker and its controller in one JVM, for one machine without Docker. */
@NullMarked
package io.dripline.local.broker;

import org.jspecify.annotations.NullMarked;
