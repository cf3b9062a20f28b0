package io.dripline.reporting.stream;

import org.jspecify.annotations.Nullable;

/**
 * What one subscriber receives.
 *
 * @param id to resume from; null for a heartbeat
 * @param change null for a heartbeat
 */
record StreamEvent(@Nullable String id, @Nullable Change change) {

    static final StreamEvent HEARTBEAT = new StreamEvent(null, null);
}
