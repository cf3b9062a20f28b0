/** From reported to coded sessions: read from Kafka, coded, stored for good, published in commit order. */
@NullMarked
package io.dripline.classification.session;

import org.jspecify.annotations.NullMarked;
