package io.dripline.local.stack;

import java.time.Duration;

/**
 * A part that serves.
 *
 * @param process its process; for PostgreSQL the postmaster
 * @param took from the start of the process until it was ready
 */
public record RunningPart(Part part, ProcessHandle process, Duration took) {}
