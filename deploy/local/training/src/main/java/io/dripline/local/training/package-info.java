/** One start of the packaged services, of which the JVM keeps what later starts need; and what later starts take. */
@NullMarked
package io.dripline.local.training;

import org.jspecify.annotations.NullMarked;
