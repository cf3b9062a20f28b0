/** What waits for a person: the queue, and the door through which a person decides. */
@NullMarked
package io.dripline.classification.review;

import org.jspecify.annotations.NullMarked;
