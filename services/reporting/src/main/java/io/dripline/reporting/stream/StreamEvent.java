package io.dripline.reporting.stream;

import org.jspecify.annotations.Nullable;

/**
 * What one subscriber receives.
 *
 * @param id to resume from; null within an opening state, which can only be resumed from its end
 * @param change null for a heartbeat
 */
record StreamEvent(@Nullable String id, @Nullable Change change) {

    static final StreamEvent HEARTBEAT = new StreamEvent(null, null);
}
