package io.dripline.reporting.incidence;

import java.time.Instant;

/**
 * A complete count.
 *
 * @param id 1 or more
 * @param appliedAt when the newest change that it counts was applied
 */
public record Generation(int id, Instant appliedAt) {}
