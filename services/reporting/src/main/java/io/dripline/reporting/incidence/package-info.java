/** The cells as PostgreSQL keeps them, applied from Kafka and answered as rates. */
@NullMarked
package io.dripline.reporting.incidence;

import org.jspecify.annotations.NullMarked;
