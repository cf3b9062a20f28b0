/** Starting the topology, and what happens when one of its threads fails. */
@NullMarked
package io.dripline.incidence.run;

import org.jspecify.annotations.NullMarked;
