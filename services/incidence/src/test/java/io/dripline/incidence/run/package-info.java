/** The service with a real broker, in this JVM and as it is shipped. */
@NullMarked
package io.dripline.incidence.run;

import org.jspecify.annotations.NullMarked;
