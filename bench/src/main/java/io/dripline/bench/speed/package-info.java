/** How much the running line takes and how fast: durable reports, batches, the way to Kafka, a rebuild. */
@NullMarked
package io.dripline.bench.speed;

import org.jspecify.annotations.NullMarked;
